using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>The headers that say how much is left, and when to come back; never an exception.</summary>
internal sealed class RateLimitTarget() : FuzzTarget(
    "rate-limit-headers",
    "RateLimits",
    new SegmentGrammar('\n', "Retry-After", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "RateLimit-Reset", "RateLimit-Limit", ";w=60", ", ", "GMT"))
{
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(3_661);

    public override Task<object?> ReadAsync(byte[] input)
    {
        using HttpResponseMessage message = HttpMessage.Parse([.. "429\n"u8, .. input]);
        DateTimeOffset before = TimeProvider.System.GetUtcNow();
        RateLimit? limit = RateLimitHeaders.Read(message, TimeProvider.System);
        if (limit is not null)
        {
            BrokenPromiseException.ThrowIf(limit.Limit < 0 || limit.Remaining < 0 || limit.RetryAfter < TimeSpan.Zero, $"Something is negative: {limit}");
            BrokenPromiseException.ThrowIf(limit.RetryAfter is null != limit.RetryAt is null, $"A wait has no end: {limit}");
            BrokenPromiseException.ThrowIf(limit.RetryAt is { } at && limit.RetryAfter == TimeSpan.Zero && at > before + LongestSpan, $"No wait until later: {limit}");
        }

        return Task.FromResult<object?>(limit);
    }

    public override bool IsDocumented(Exception exception) => false;
}
