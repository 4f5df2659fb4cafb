using Polly;
using Polly.CircuitBreaker;

namespace SeoAudit.Client.Http;

/// <summary>Whether a failed attempt is made again, and when.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(30);

    public static bool ShouldRetry(Outcome<HttpResponseMessage> outcome, int retries, ServiceCall call)
    {
        bool isLeft = call.IsBulk && call.Failure is SeoAuditRateLimitException;
        if (isLeft || call.Endpoint.Kind != EndpointKind.Read || retries >= call.Options.MaxRetries || !IsTransient(outcome, call))
        {
            return false;
        }

        TimeSpan delay = Delay(call.Options, retries, call.RateLimit?.RetryAfter, call.Remaining);
        if (delay >= call.Remaining)
        {
            return false;
        }

        call.NextDelay = delay;
        return true;
    }

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome, ServiceCall call) => outcome.Exception switch
    {
        null => call.Failure is { IsTransient: true },
        BrokenCircuitException => false,
        var exception => TransportFailure.IsTransient(exception),
    };

    /// <summary>How long to wait before the next attempt: never shorter than the service asked for.</summary>
    public static TimeSpan Delay(ServiceOptions options, int retries, TimeSpan? asked, TimeSpan room)
    {
        TimeSpan backoff = Backoff.Exponential(options.RetryDelay, retries, MaxBackoff);
        TimeSpan jittered = Backoff.Jittered(backoff);
        if (asked is not { } least)
        {
            return jittered;
        }

        TimeSpan delay = Backoff.Asked(least, backoff, room);
        return delay > jittered ? delay : jittered;
    }
}
