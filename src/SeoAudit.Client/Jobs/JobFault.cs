namespace SeoAudit.Client;

/// <summary>What keeps a job from being taken, stored or read.</summary>
public enum JobFault
{
    /// <summary>Where the jobs are kept cannot be opened, read or written.</summary>
    Unusable,

    /// <summary>Another process, or another registration in this one, has the folder.</summary>
    FolderInUse,

    /// <summary>As many jobs as are allowed are waiting. Try again when one has begun.</summary>
    QueueFull,

    /// <summary>This process is stopping. What is stored goes on when it is started again.</summary>
    Stopping,
}
