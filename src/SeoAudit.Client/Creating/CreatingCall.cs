using Polly.CircuitBreaker;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Creating;

/// <summary>One call that creates something, with all its attempts and looks.</summary>
internal sealed class CreatingCall<TApi, T>(CreatingCalls<TApi> calls, CreationPlan<TApi, T> plan, ServiceOptions options)
{
    private static readonly TimeSpan LongestMoment = TimeSpan.FromSeconds(2);

    private readonly ServiceEndpoint _endpoint = calls.Account.Profile.Endpoint(plan.Method);
    private readonly AccountCreations _creations = AccountCreations.Of(calls.Account.Profile, options);

    private TimeSpan _spent;
    private int _passes;
    private int _attempts;
    private LostCreation? _lost;

    private AuditService Service => calls.Account.Profile.Service!.Value;

    private TimeSpan Remaining => ServiceCall.TotalTimeoutOf(options, _endpoint) - _spent;

    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        using var permit = new CallPermit();
        while (true)
        {
            var watch = new CallWatch(_passes == 0 ? null : Remaining, plan.Finder is null ? null : _creations.Gate) { Permit = permit };
            SeoAuditException failure;
            bool isRefused;
            try
            {
                _passes++;
                T created = await plan.Send(calls.Watched(watch, calls.Account.IsBulk), cancellationToken).ConfigureAwait(false);
                Own(created);
                return created;
            }
            catch (SeoAuditException exception) when (exception.OperationId is null)
            {
                failure = exception;
                _attempts += failure.Attempts;
                failure.Facts = failure.Facts with { Attempts = _attempts };
                isRefused = !watch.WasSent || Acceptance.IsRefused(failure);
                if (!isRefused)
                {
                    Lose(watch);
                }
            }
            catch (OperationCanceledException) when (watch.WasSent)
            {
                Lose(watch);
                throw;
            }
            finally
            {
                _spent += watch.Elapsed;
                watch.Leave();
            }

            if (await RecoverAsync(failure, isRefused, cancellationToken).ConfigureAwait(false) is { } adopted)
            {
                return adopted.Value;
            }
        }
    }

    /// <summary>Returns what was found, or returns null when the request is to be sent again, and throws when neither can be.</summary>
    private async Task<Adopted?> RecoverAsync(SeoAuditException failure, bool isRefused, CancellationToken cancellationToken)
    {
        if (!isRefused && plan.Finder is null)
        {
            throw plan.WhatToCheck is null ? failure : Unknown(failure, look: null);
        }

        TimeSpan? delay = NextDelay(failure, isRefused);
        if ((delay ?? Moment(isRefused)) is var pause && pause > TimeSpan.Zero)
        {
            _spent += pause;
            await Task.Delay(pause, calls.Time, cancellationToken).ConfigureAwait(false);
        }

        var hasEarlier = false;
        if (_lost is not null && plan.Finder is { } finder)
        {
            (string? id, hasEarlier) = await LookAsync(finder, failure, cancellationToken).ConfigureAwait(false);
            if (id is not null)
            {
                calls.Events.Adopted(Service, _endpoint.Name, id);
                return new Adopted(plan.Adopt!(id));
            }
        }

        if (delay is { } waited && Remaining > TimeSpan.Zero)
        {
            calls.Events.Resent(Service, _endpoint.Name, RetryReason.Of(failure), waited, _attempts);
            return null;
        }

        if (_lost is not null && isRefused && failure is SeoAuditRateLimitException && plan.Finder is { RefusesRepeats: true } && !hasEarlier)
        {
            // The service refuses the page because it has just taken it, and yet does not show it.
            throw Unknown(failure, look: null);
        }

        Settle();
        throw failure;
    }

    private async Task<(string? Id, bool HasEarlier)> LookAsync(
        ICreationFinder<TApi> finder, SeoAuditException failure, CancellationToken cancellationToken)
    {
        long started = calls.Time.GetTimestamp();
        try
        {
            return await new CreationLook<TApi>(calls, finder, _creations, _lost!).RunAsync(Remaining, cancellationToken).ConfigureAwait(false);
        }
        catch (SeoAuditException look)
        {
            throw Unknown(failure, look);
        }
        finally
        {
            _spent += calls.Time.GetElapsedTime(started);
        }
    }

    private TimeSpan? NextDelay(SeoAuditException failure, bool isRefused)
    {
        if (_passes > options.MaxRetries || !IsWorthRepeating(failure, isRefused))
        {
            return null;
        }

        TimeSpan delay = RetryPolicy.Delay(options, _passes - 1, failure.RateLimit?.RetryAfter, Remaining);
        return delay < Remaining ? delay : null;
    }

    // Before a look that is the last, too, the service has time to show what it took.
    private TimeSpan Moment(bool isRefused)
    {
        TimeSpan moment = Durations.Min(Backoff.Jittered(options.RetryDelay), LongestMoment);
        return isRefused || moment > Remaining ? TimeSpan.Zero : moment;
    }

    private bool IsWorthRepeating(SeoAuditException failure, bool isRefused) => isRefused
        ? failure.IsTransient
            && failure.InnerException is not BrokenCircuitException
            && failure is not SeoAuditRateLimitException { StatusCode: null }
            && !(calls.Account.IsBulk && failure is SeoAuditRateLimitException)
        : failure.IsTransient || (int?)failure.StatusCode is >= 200 and < 300;

    private void Own(T created)
    {
        if (plan.IdOf(created) is { } id)
        {
            _creations.TryClaim(id);
        }

        Settle();
    }

    private void Lose(CallWatch watch)
    {
        if (plan.Finder is not { } finder)
        {
            return;
        }

        bool isFirst = _lost is null;
        _lost ??= new LostCreation(finder.CanBe, finder.Target, watch.StartedAt!.Value, watch.StartedTimestamp);
        _lost.EndedAt = calls.Time.GetUtcNow();
        if (isFirst)
        {
            _creations.Remember(_lost);
        }
    }

    private void Settle()
    {
        if (_lost is not null)
        {
            _creations.Forget(_lost);
        }
    }

    private SeoAuditOutcomeUnknownException Unknown(SeoAuditException failure, SeoAuditException? look)
    {
        string text = $"{failure.Message} Whether {calls.Account.Profile.Name} did it is not known"
            + (look is null ? "." : $", and looking for it failed too: {look.Message}")
            + $" Before calling again: {plan.WhatToCheck}";
        calls.Events.OutcomeUnknown(Service, _endpoint.Name, failure);
        Func<CancellationToken, Task<string?>>? reconcile = plan.Finder is { } finder && _lost is { } lost
            ? new CreationLook<TApi>(calls, finder, _creations, lost).RunAsync
            : null;
        return new SeoAuditOutcomeUnknownException(text, failure, reconcile)
        {
            WhatToCheck = plan.WhatToCheck,
            Facts = failure.Facts with { IsTransient = false },
        };
    }

    private sealed record Adopted(T Value);
}
