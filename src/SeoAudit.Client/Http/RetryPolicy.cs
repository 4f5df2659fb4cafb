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

        TimeSpan delay = Delay(retries, call);
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

    private static TimeSpan Delay(int retries, ServiceCall call)
    {
        TimeSpan backoff = Backoff.Exponential(call.Options.RetryDelay, retries, MaxBackoff);
        TimeSpan jittered = Backoff.Jittered(backoff);
        if (call.RateLimit?.RetryAfter is not { } asked)
        {
            return jittered;
        }

        TimeSpan delay = Backoff.Asked(asked, backoff, call.Remaining);
        return delay > jittered ? delay : jittered;
    }
}
