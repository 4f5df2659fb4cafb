namespace SeoAudit.Client.Reporting;

/// <summary>Gathers a snapshot outcome by outcome. Not for several threads at once.</summary>
public sealed class AuditSnapshotBuilder
{
    /// <summary>Keeps the gist of one outcome; of several of one URL, the last.</summary>
    /// <param name="outcome">The outcome.</param>
    public void Add(PageAuditOutcome outcome) => throw new NotSupportedException();

    /// <summary>The snapshot of what came so far; more can be added afterwards.</summary>
    /// <returns>The snapshot.</returns>
    public AuditSnapshot Build() => throw new NotSupportedException();
}
