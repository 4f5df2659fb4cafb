using SeoAudit.Client.Http;

namespace SeoAudit.Client.Operations;

/// <summary>Polls until an operation is final, within a deadline.</summary>
/// <param name="service">The service that has it.</param>
/// <param name="id">Its id.</param>
/// <param name="plan">How it is waited for.</param>
/// <param name="time">The clock.</param>
/// <param name="whereabouts">Where it goes on when the wait is over, in words.</param>
/// <param name="pause">Waits between two polls; null to let the time pass.</param>
internal sealed class OperationWaiter(
    AuditService service,
    string id,
    WaitPlan plan,
    TimeProvider time,
    string whereabouts = OperationWaiter.AtTheService,
    Func<TimeSpan, CancellationToken, Task>? pause = null)
{
    /// <summary>Where most goes on.</summary>
    public const string AtTheService = "at the service";

    // A wait that ends at its deadline still looks once more; that look must not hang either.
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(5);

    private readonly PollSchedule _schedule = new(plan);
    private readonly long _started = time.GetTimestamp();

    private TimeSpan Elapsed => time.GetElapsedTime(_started);

    public async Task WaitAsync(
        Func<CancellationToken, Task<AuditProgress>> poll, TimeSpan firstDelay, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(plan.Timeout + LastLook, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        SeoAuditException? failure = null;
        try
        {
            TimeSpan delay = firstDelay < plan.Timeout ? firstDelay : plan.Timeout;
            while (true)
            {
                await (pause is null ? Task.Delay(delay, time, either.Token) : pause(delay, either.Token)).ConfigureAwait(false);
                TimeSpan? asked;
                try
                {
                    AuditProgress progress = await poll(either.Token).ConfigureAwait(false);
                    failure = null;
                    progress = progress with { Elapsed = Elapsed };
                    plan.Progress?.Report(progress);
                    if (progress.IsFinal)
                    {
                        return;
                    }

                    asked = progress.RetryAfter;
                    _schedule.Observe(progress);
                }
                catch (SeoAuditException exception) when (exception.IsTransient)
                {
                    failure = exception;
                    asked = exception.RateLimit?.RetryAfter;
                }

                // Whoever gave up during the poll is cancelled, even where the deadline has passed as well.
                cancellationToken.ThrowIfCancellationRequested();
                delay = NextDelay(asked, failure);
            }
        }
        catch (OperationCanceledException exception)
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : TimedOut(failure);
        }
    }

    private TimeSpan NextDelay(TimeSpan? asked, SeoAuditException? failure)
    {
        TimeSpan remaining = plan.Timeout - Elapsed;
        if (remaining <= TimeSpan.Zero)
        {
            throw TimedOut(failure);
        }

        if (asked is { } wait && wait > remaining)
        {
            throw failure ?? TimedOut(null);
        }

        TimeSpan delay = _schedule.Next();
        if (asked is { } least && Backoff.Asked(least, room: remaining) is var longer && longer > delay)
        {
            return longer;
        }

        return delay < remaining ? delay : remaining;
    }

    private SeoAuditTimeoutException TimedOut(SeoAuditException? failure) => TimedOut(service, id, plan, failure, whereabouts);

    /// <summary>Words the end of a wait.</summary>
    public static SeoAuditTimeoutException TimedOut(
        AuditService service, string id, WaitPlan plan, SeoAuditException? failure, string whereabouts = AtTheService) =>
        new($"{service} '{id}' was not done within {plan.Timeout}; it goes on {whereabouts} and can be waited for again by its id.", failure)
        {
            Facts = (failure?.Facts ?? FailureFacts.None) with { Service = service, OperationId = id, IsTransient = true },
            Kind = TimeoutKind.Wait,
            Timeout = plan.Timeout,
        };
}
