using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Jobs;

/// <summary>All jobs of a folder: which there are, which wait, and every change of their status.</summary>
internal sealed class JobBoard(BulkAuditJobsOptions options, TimeProvider time, JobEvents events) : IDisposable
{
    private readonly object _lock = new();
    private readonly SemaphoreSlim _opening = new(1);
    private readonly JobStore _store = new(Path.GetFullPath(options.Folder!), time, events);
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Job> _waiting = [];
    private int _submitting;
    private bool _isOpen;
    private bool _isClosed;
    private bool _isStopping;

    /// <summary>Whether there may be something to run.</summary>
    public Signal Changed { get; } = new();

    public BulkAuditJobsOptions Options => options;

    public TimeProvider Time => time;

    public JobEvents Events => events;

    /// <summary>Takes possession of the folder, once.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _isOpen))
        {
            return;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isOpen)
            {
                IReadOnlyList<Job> jobs = await Task.Run(_store.Open, CancellationToken.None).ConfigureAwait(false);
                foreach (Job job in jobs)
                {
                    Put(job);
                }

                Volatile.Write(ref _isOpen, true);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    public async Task<Job> SubmitAsync(IAsyncEnumerable<Uri> urls, BulkAuditJobOptions submitted, CancellationToken cancellationToken)
    {
        Reserve();
        try
        {
            Job job = await _store.CreateAsync(urls, submitted, cancellationToken).ConfigureAwait(false);
            Put(job);
            events.Submitted(job);
            return job;
        }
        finally
        {
            lock (_lock)
            {
                _submitting--;
            }
        }
    }

    public Job? Find(string id)
    {
        lock (_lock)
        {
            return _jobs.GetValueOrDefault(id);
        }
    }

    /// <summary>The jobs, the one that was submitted last first.</summary>
    public IReadOnlyList<Job> ToList()
    {
        lock (_lock)
        {
            return [.. _jobs.Values.OrderByDescending(static job => job.Record.Number)];
        }
    }

    /// <summary>Takes the job out of the line that has waited longest.</summary>
    /// <param name="due">When the first of those comes due that wait for a quota, where there is none to take.</param>
    public Job? Take(out DateTimeOffset? due)
    {
        due = null;
        DateTimeOffset now = time.GetUtcNow();
        lock (_lock)
        {
            foreach ((long number, Job job) in _waiting)
            {
                DateTimeOffset? resumeAt = job.Record.IsCancelling ? null : job.Record.ResumeAt;
                if (!(resumeAt > now))
                {
                    _waiting.Remove(number);
                    return job;
                }

                due = resumeAt >= due ? due : resumeAt;
            }
        }

        return null;
    }

    /// <summary>Says that a job is begun, or gone on with.</summary>
    /// <returns>Whether there is still something to do.</returns>
    public Task<bool> BeginAsync(Job job) => InTurnAsync(
        job,
        record =>
        {
            if (record.Status.IsFinal)
            {
                return false;
            }

            job.IsActive = true;
            _store.Save(job, record with { Status = BulkAuditJobStatus.Running, StartedAt = record.StartedAt ?? time.GetUtcNow(), ResumeAt = null });
            return true;
        },
        CancellationToken.None);

    /// <summary>Puts a job back: it goes on then, or when the process is started again.</summary>
    public async Task PutBackAsync(Job job, DateTimeOffset? resumeAt)
    {
        await InTurnAsync(
            job,
            record =>
            {
                job.IsActive = false;
                _store.Save(job, record with { ResumeAt = resumeAt, Counts = job.Counts });
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
        Put(job);
    }

    public async Task EndAsync(Job job, BulkAuditJobStatus status, DateTimeOffset? resumeAt = null, SeoAuditException? error = null)
    {
        await InTurnAsync(
            job,
            record =>
            {
                job.IsActive = false;
                JobRecord ended = record with
                {
                    Status = status,
                    EndedAt = time.GetUtcNow(),
                    ResumeAt = resumeAt,
                    Counts = job.Counts,
                    Error = error is null ? null : StoredError.ToFailure(error),
                };
                SaveEnd(job, ended);
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
        events.Ended(job, error);
    }

    public async Task CancelAsync(Job job, CancellationToken cancellationToken)
    {
        bool drains = await InTurnAsync(
            job,
            record =>
            {
                OutcomeReader.ThrowIfGone(job);
                if (record.Status.IsFinal || record.IsCancelling)
                {
                    return false;
                }

                bool hasBegun = job.IsActive || record.StartedAt is not null;
                JobRecord cancelled = record with { IsCancelling = true };
                _store.Save(job, hasBegun ? cancelled : cancelled with { Status = BulkAuditJobStatus.Cancelled, EndedAt = time.GetUtcNow() });
                return hasBegun;
            },
            cancellationToken).ConfigureAwait(false);
        if (drains)
        {
            await job.DrainAsync().ConfigureAwait(false);
            Changed.Set();
        }
        else
        {
            Leave(job);
        }
    }

    /// <summary>Deletes the jobs that ended long enough ago.</summary>
    public void Sweep()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (Job job in ToList())
        {
            if (job.Record is { Status.IsFinal: true, EndedAt: { } ended } && now - ended >= options.KeepFinishedFor && _store.Delete(job))
            {
                lock (_lock)
                {
                    _jobs.Remove(job.Id);
                }

                job.Leave();
            }
        }
    }

    /// <summary>Takes no more jobs.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }
    }

    /// <summary>Tells all who wait for a job that nothing more will happen.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopping = true;
        }

        foreach (Job job in ToList())
        {
            job.Stop();
        }
    }

    public void Dispose()
    {
        foreach (Job job in ToList())
        {
            job.Dispose();
        }

        _store.Dispose();
        _opening.Dispose();
    }

    private void Reserve()
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                throw new SeoAuditJobException("The process is stopping and takes no more jobs.") { Fault = JobFault.Stopping, IsTransient = true };
            }

            int waiting = _waiting.Values.Count(static job => job.Record.StartedAt is null) + _submitting;
            if (waiting >= options.QueueCapacity)
            {
                throw new SeoAuditJobException(
                    $"{waiting} jobs are waiting, which is as many as {nameof(options.QueueCapacity)} allows. Nothing was stored; submit again when one has begun.")
                {
                    Fault = JobFault.QueueFull,
                    IsTransient = true,
                };
            }

            _submitting++;
        }
    }

    private void Put(Job job)
    {
        lock (_lock)
        {
            _jobs[job.Id] = job;
            if (!job.Record.Status.IsFinal)
            {
                _waiting[job.Record.Number] = job;
            }

            if (_isStopping)
            {
                job.Stop();
            }
        }

        Changed.Set();
    }

    private void Leave(Job job)
    {
        lock (_lock)
        {
            if (job.Record.Status.IsFinal)
            {
                _waiting.Remove(job.Record.Number);
            }
        }
    }

    // Where the end cannot be stored, those who wait hear of it all the same; after a restart, the job comes to its end again.
    private void SaveEnd(Job job, JobRecord ended)
    {
        try
        {
            _store.Save(job, ended);
        }
        catch (SeoAuditJobException exception)
        {
            events.NotStored(job, exception);
            job.Set(ended);
        }
    }

    private static async Task<bool> InTurnAsync(Job job, Func<JobRecord, bool> change, CancellationToken cancellationToken)
    {
        await job.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return change(job.Record);
        }
        finally
        {
            job.Turn.Release();
        }
    }
}
