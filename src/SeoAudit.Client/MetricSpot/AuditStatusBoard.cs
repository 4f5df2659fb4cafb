using System.Diagnostics;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.Operations;

namespace SeoAudit.Client.MetricSpot;

/// <summary>
/// Waits for many audits at once: one request for the list tells the state of up to 100 of them, and only those that the list
/// does not have are asked for one by one.
/// </summary>
internal sealed class AuditStatusBoard(IMetricSpotClient client, WaitPlan plan, TimeProvider time)
{
    private readonly object _lock = new();
    private readonly ClientTelemetry? _telemetry = (client as MetricSpotClient)?.Telemetry;
    private readonly List<AwaitedAudit> _awaited = [];
    private (Task Task, CancellationToken Token) _polling = (Task.CompletedTask, CancellationToken.None);

    /// <summary>Waits until an audit is at its end, good or bad.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="justQueued">Whether the first poll can be put off.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The audit, where its findings came with the answer; null where they are still to be got.</returns>
    public async Task<MetricSpotAudit?> WaitAsync(string auditId, bool justQueued, CancellationToken cancellationToken)
    {
        ObservedWait? observed = ObservedWait.Start(AuditService.MetricSpot, auditId, _telemetry, time);
        var audit = new AwaitedAudit(auditId, time.GetTimestamp(), justQueued ? plan.InitialDelay : TimeSpan.Zero);
        TaskCompletionSource? end = null;
        lock (_lock)
        {
            _awaited.Add(audit);
            if (_awaited.Count == 1)
            {
                end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _polling = (end.Task, cancellationToken);
            }
        }

        if (end is not null)
        {
            _ = PollAsync(end, cancellationToken);
        }

        try
        {
            MetricSpotAudit? result = await audit.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
            observed?.End(exception: null);
            return result;
        }
        catch (Exception exception)
        {
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                await PollingOf(cancellationToken).ConfigureAwait(false);
            }

            observed?.End(exception);
            _telemetry?.WaitFailed(AuditService.MetricSpot, auditId, exception);
            throw;
        }
    }

    // Whoever gives up leaves no request on its way.
    private Task PollingOf(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _polling.Token == cancellationToken ? _polling.Task : Task.CompletedTask;
        }
    }

    // Runs for as long as anything is awaited; never throws.
    private async Task PollAsync(TaskCompletionSource end, CancellationToken cancellationToken)
    {
        var schedule = new PollSchedule(plan);
        TimeSpan? asked = null;
        try
        {
            while (Awaited(asked) is { Length: > 0 } awaited)
            {
                await Task.Delay(Delay(awaited, schedule, asked), time, cancellationToken).ConfigureAwait(false);
                asked = await LookAsync(Awaited(asked: null), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            AwaitedAudit[] left;
            lock (_lock)
            {
                left = [.. _awaited];
                _awaited.Clear();
            }

            foreach (AwaitedAudit audit in left)
            {
                audit.Break(exception);
            }
        }

        end.SetResult();
    }

    private AwaitedAudit[] Awaited(TimeSpan? asked)
    {
        lock (_lock)
        {
            // Those too that came while the service was being asked: a pause past their deadline is not theirs to sit out.
            _awaited.ForEach(audit => GiveUpIfLate(audit, asked));
            _awaited.RemoveAll(static audit => audit.Result.IsCompleted);
            return [.. _awaited];
        }
    }

    // The oldest decides: the newer ones are asked for along with it.
    private TimeSpan Delay(AwaitedAudit[] awaited, PollSchedule schedule, TimeSpan? asked)
    {
        TimeSpan first = awaited.Min(audit => audit.FirstPollAfter - time.GetElapsedTime(audit.Since));
        TimeSpan next = schedule.Next();
        TimeSpan delay = first > next ? first : next;
        if (asked is not { } least)
        {
            return delay;
        }

        TimeSpan room = plan.Timeout - awaited.Max(audit => time.GetElapsedTime(audit.Since));
        TimeSpan longer = Backoff.Asked(least, room: room);
        return longer > delay ? longer : delay;
    }

    /// <summary>Asks for all, and settles those whose end or whose deadline has come.</summary>
    /// <returns>How long the service asks to be left alone.</returns>
    private async Task<TimeSpan?> LookAsync(AwaitedAudit[] awaited, CancellationToken cancellationToken)
    {
        Dictionary<string, AuditRow> rows = [];
        SeoAuditException? failure = null;
        TimeSpan? asked = null;
        using Activity? span = Spans.StartPoll(AuditService.MetricSpot);
        try
        {
            AuditList list = await client.ListAuditsAsync(cancellationToken).ConfigureAwait(false);
            rows = list.Audits.DistinctBy(static row => row.Id, StringComparer.Ordinal).ToDictionary(static row => row.Id, StringComparer.Ordinal);
            asked = list.RateLimit?.RetryAfter;
            _telemetry?.Waits.Poll(AuditService.MetricSpot, errorType: null);
        }
        catch (SeoAuditException exception)
        {
            string errorType = ErrorType.Of(exception);
            span.Fail(errorType, isCancelled: false);
            _telemetry?.PollFailed(AuditService.MetricSpot, errorType);
            failure = exception;
            asked = exception.RateLimit?.RetryAfter;
        }

        var isLeftAlone = failure is { IsTransient: true };
        foreach (AwaitedAudit audit in awaited)
        {
            if (rows.TryGetValue(audit.Id, out AuditRow? row))
            {
                audit.Saw(row.Status);
            }
            else if (!isLeftAlone)
            {
                TimeSpan? wait = await LookAloneAsync(audit, cancellationToken).ConfigureAwait(false);
                isLeftAlone = wait is not null;
                asked = Longer(asked, wait);
            }

            audit.Failure = failure ?? audit.Failure;
            GiveUpIfLate(audit, asked);
        }

        return asked;
    }

    private async Task<TimeSpan?> LookAloneAsync(AwaitedAudit audit, CancellationToken cancellationToken)
    {
        try
        {
            audit.Saw(await client.GetAuditAsync(audit.Id, cancellationToken).ConfigureAwait(false));
            return null;
        }
        catch (SeoAuditException exception) when (exception.IsTransient)
        {
            audit.Failure = exception;
            return exception.RateLimit?.RetryAfter;
        }
        catch (SeoAuditException exception)
        {
            audit.Fail(exception);
            return null;
        }
    }

    private void GiveUpIfLate(AwaitedAudit audit, TimeSpan? asked)
    {
        TimeSpan left = plan.Timeout - time.GetElapsedTime(audit.Since);
        if (left <= TimeSpan.Zero || asked > left)
        {
            audit.Fail(OperationWaiter.TimedOut(AuditService.MetricSpot, audit.Id, plan, audit.Failure));
        }
    }

    private static TimeSpan? Longer(TimeSpan? a, TimeSpan? b) => b is null || a > b ? a : b;
}
