using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Jobs;

/// <summary>One job as this process knows it, shared by whoever runs it and all who look at it.</summary>
internal sealed class Job(string id, JobPaths paths, JobRecord record) : IDisposable
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _drain = new();
    private JobRecord _record = record;
    private JobCounts _counts = record.Counts;
    private DateTimeOffset? _pausedUntil;

    public string Id => id;

    public JobPaths Paths => paths;

    public BulkAuditJobOptions Options { get; } = record.Options.ToOptions();

    /// <summary>Held by who changes what is stored.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Outcomes, or anything else of it.</summary>
    public Signal Changed { get; } = new();

    /// <summary>Anything but outcomes.</summary>
    public Signal StatusChanged { get; } = new();

    /// <summary>Whether a worker has it.</summary>
    public bool IsActive { get; set; }

    public bool IsStopping { get; private set; }

    public bool IsGone { get; private set; }

    /// <summary>Whether no more pages are to be read from the input.</summary>
    public CancellationToken Drain => _drain.Token;

    /// <summary>The report, once somebody has asked for it.</summary>
    public BulkAuditReport? Report { get; set; }

    public JobRecord Record
    {
        get
        {
            lock (_lock)
            {
                return _record;
            }
        }
    }

    public JobCounts Counts
    {
        get
        {
            lock (_lock)
            {
                return _counts;
            }
        }
    }

    public BulkAuditJobState State
    {
        get
        {
            lock (_lock)
            {
                return new BulkAuditJobState
                {
                    Id = id,
                    Status = _record.Status,
                    Options = Options,
                    SubmittedAt = _record.SubmittedAt,
                    StartedAt = _record.StartedAt,
                    EndedAt = _record.EndedAt,
                    Total = _record.Total,
                    Duplicates = _record.Duplicates,
                    Completed = _counts.Completed,
                    Passed = _counts.Passed,
                    Failed = _counts.Failed,
                    NotAttempted = _counts.NotAttempted,
                    PausedUntil = _pausedUntil,
                    ResumeAt = _record.ResumeAt,
                    IsCancelling = _record.IsCancelling,
                    Error = _record.Error is { } error ? StoredError.ToError(error) : null,
                };
            }
        }
    }

    public void Set(JobCounts counts, DateTimeOffset? pausedUntil = null)
    {
        lock (_lock)
        {
            (_counts, _pausedUntil) = (counts, pausedUntil);
        }

        Changed.Set();
    }

    /// <summary>Takes what has been stored.</summary>
    public void Set(JobRecord stored)
    {
        lock (_lock)
        {
            _record = stored;
            _pausedUntil = null;
        }

        Tell();
    }

    /// <summary>Reads no more pages from the input; what is in flight is finished.</summary>
    public Task DrainAsync() => _drain.CancelAsync();

    /// <summary>Tells who waits that nothing more will happen in this process.</summary>
    public void Stop()
    {
        IsStopping = true;
        Tell();
    }

    /// <summary>Tells who waits that the job is no more.</summary>
    public void Leave()
    {
        IsGone = true;
        Tell();
    }

    public void Dispose()
    {
        _drain.Dispose();
        Turn.Dispose();
    }

    private void Tell()
    {
        Changed.Set();
        StatusChanged.Set();
    }
}
