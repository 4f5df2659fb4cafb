using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Jobs;

/// <summary>Runs the jobs while the app runs.</summary>
internal sealed class JobService(JobBoard board, ISeoAuditClient client) : IHostedService, IDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    // A clock that is set may be wrong by any amount, and timers reach only so far.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    // Where a service says "at once" again and again.
    private static readonly TimeSpan ShortestPutOff = TimeSpan.FromSeconds(10);

    // What has been told to stop does so, unless the machine is very busy.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await board.OpenAsync(cancellationToken).ConfigureAwait(false);
        _work = Task.WhenAll(
            [Task.Run(SweepAsync, CancellationToken.None), .. Enumerable.Range(0, board.Options.MaxConcurrentJobs).Select(_ => Task.Run(WorkAsync, CancellationToken.None))]);
    }

    /// <summary>Begins nothing more; finishes what would be paid for again, as far as there is time, and leaves the rest for the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        board.Close();
        await _closing.CancelAsync().ConfigureAwait(false);
        await ((Task)_work.WaitAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)_work.WaitAsync(LastMoment, board.Time, CancellationToken.None)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        board.Stop();
    }

    public void Dispose()
    {
        _closing.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            Task change = board.Changed.Next;
            if (board.Take(out DateTimeOffset? due) is { } job)
            {
                await RunAsync(job).ConfigureAwait(false);
            }
            else
            {
                await WaitAsync(change, due).ConfigureAwait(false);
            }
        }
    }

    private async Task WaitAsync(Task change, DateTimeOffset? due)
    {
        TimeSpan wait = due - board.Time.GetUtcNow() is { } left && left < LongestWait ? left : LongestWait;
        if (wait > TimeSpan.Zero)
        {
            await ((Task)change.WaitAsync(wait, board.Time, _closing.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            board.Sweep();
            await Task.Delay(SweepInterval, board.Time, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(Job job)
    {
        using Activity? span = Spans.StartJob(job.Options.Audit.Service, job.Id);
        try
        {
            if (await board.BeginAsync(job).ConfigureAwait(false))
            {
                await RunToEndAsync(job).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            board.Events.Interrupted(job);
        }
        catch (Exception exception)
        {
            span.Fail(ErrorType.Of(exception), isCancelled: false);
            await board.EndAsync(job, BulkAuditJobStatus.Failed, error: ToError(exception)).ConfigureAwait(false);
        }
    }

    private async Task RunToEndAsync(Job job)
    {
        board.Events.Begun(job);
        // What a service queues is found again by its id; what it answers at once would be paid for again.
        bool finishes = job.Options.Audit.ServiceFallback.Prepend(job.Options.Audit.Service).Contains(AuditService.SeoPeek);
        JobRun.End end = await RunAsync(job, finishes).ConfigureAwait(false);
        if (end.IsComplete)
        {
            await board.EndAsync(job, BulkAuditJobStatus.Completed, end.ResumeAt).ConfigureAwait(false);
        }
        else if (job.Record.IsCancelling)
        {
            await board.EndAsync(job, BulkAuditJobStatus.Cancelled).ConfigureAwait(false);
        }
        else if (end.GoesOnAt is { } goesOnAt)
        {
            DateTimeOffset earliest = board.Time.GetUtcNow() + ShortestPutOff;
            await board.PutBackAsync(job, goesOnAt > earliest ? goesOnAt : earliest).ConfigureAwait(false);
            board.Events.PutOff(job);
        }
        else if (_closing.IsCancellationRequested)
        {
            board.Events.Interrupted(job);
        }
        else
        {
            throw new SeoAuditException("The client ended the run without an outcome for every URL.");
        }
    }

    private async Task<JobRun.End> RunAsync(Job job, bool finishes)
    {
        CancellationTokenRegistration drain = finishes ? _closing.Token.UnsafeRegister(static state => _ = ((Job)state!).DrainAsync(), job) : default;
        await using (drain.ConfigureAwait(false))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(finishes ? _stop.Token : _closing.Token);
            return await new JobRun(job, client, board.Time).RunAsync(stop.Token).ConfigureAwait(false);
        }
    }

    private static SeoAuditException ToError(Exception exception) => exception as SeoAuditException
        ?? new SeoAuditException($"The job was broken off by {ErrorType.Of(exception)}: {exception.Message}", exception);
}
