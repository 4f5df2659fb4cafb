namespace SeoAudit.Client.Bulk;

/// <summary>Counts what a run has done. The input is counted by whoever reads it, outcomes by the one reader of the run.</summary>
internal sealed class BulkTally(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private int _submitted;
    private int _duplicates;
    private int _completed;
    private int _passed;
    private int _failed;
    private int _notAttempted;
    private int _reused;

    public void AddSubmitted() => Interlocked.Increment(ref _submitted);

    public void AddDuplicate() => Interlocked.Increment(ref _duplicates);

    public void Add(PageAuditOutcome outcome)
    {
        _completed++;
        _passed += outcome.IsPassed ? 1 : 0;
        _failed += outcome.Status == OutcomeStatus.Failed ? 1 : 0;
        _notAttempted += outcome.Status == OutcomeStatus.NotAttempted ? 1 : 0;
        _reused += outcome.Origin != OutcomeOrigin.Service ? 1 : 0;
    }

    public BulkAuditProgress Snapshot(DateTimeOffset? pausedUntil) => new()
    {
        Submitted = Volatile.Read(ref _submitted),
        Duplicates = Volatile.Read(ref _duplicates),
        Completed = _completed,
        Passed = _passed,
        Failed = _failed,
        NotAttempted = _notAttempted,
        Reused = _reused,
        Elapsed = time.GetElapsedTime(_started),
        PausedUntil = pausedUntil,
    };
}
