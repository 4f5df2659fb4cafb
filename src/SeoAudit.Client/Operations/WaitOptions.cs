namespace SeoAudit.Client;

/// <summary>How a queued audit is waited for; what is null is as the service's options say.</summary>
public sealed record WaitOptions
{
    /// <summary>The wait before the first poll; 0 to 10 minutes.</summary>
    public TimeSpan? InitialDelay { get; init; }

    /// <summary>The shortest wait between two polls; 1 millisecond to 10 minutes.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The longest wait between two polls, unless the service asks for a longer one; not less than <see cref="Interval"/>.</summary>
    public TimeSpan? MaxInterval { get; init; }

    /// <summary>How long to wait in all; 1 millisecond to 7 days. Then a <see cref="SeoAuditTimeoutException"/> with the id is thrown.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Is told the state after every poll.</summary>
    public IProgress<AuditProgress>? Progress { get; init; }
}
