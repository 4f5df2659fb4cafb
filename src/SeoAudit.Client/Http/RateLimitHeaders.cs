using System.Globalization;
using System.Net.Http.Headers;

namespace SeoAudit.Client.Http;

/// <summary>Reads what the headers of an answer say about limits.</summary>
internal static class RateLimitHeaders
{
    // A reset given in seconds is a moment since 1970 when it is this large, otherwise a span from now.
    private const long FirstPlausibleEpochSecond = 1_000_000_000;

    private const long MaxSpanSeconds = 10L * 366 * 24 * 3600;

    public static RateLimit? Read(HttpResponseMessage response, TimeProvider time)
    {
        RateLimit? found = null;
        foreach (var header in response.Headers.NonValidated)
        {
            string name = header.Key;
            if (name.Length < 11 || (name[0] is not ('R' or 'r' or 'X' or 'x')))
            {
                continue;
            }

            found = Read(name.AsSpan(), header.Value, found, time);
        }

        return found;
    }

    /// <summary>The limits with a moment that the body gave instead of a header.</summary>
    public static RateLimit WithRetryAt(RateLimit? limit, DateTimeOffset retryAt, DateTimeOffset now)
    {
        TimeSpan wait = retryAt - now;
        return (limit ?? new RateLimit()) with { RetryAt = retryAt, RetryAfter = wait > TimeSpan.Zero ? wait : TimeSpan.Zero };
    }

    private static RateLimit? Read(ReadOnlySpan<char> name, HeaderStringValues value, RateLimit? found, TimeProvider time)
    {
        if (Is(name, "Retry-After"))
        {
            // Read once, or seconds that were asked for would come out as a little less.
            DateTimeOffset now = time.GetUtcNow();
            return RetryMoment(value.ToString(), now) is { } retryAt ? WithRetryAt(found, retryAt, now) : found;
        }

        ReadOnlySpan<char> rest = name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) ? name[2..] : name;
        if (!rest.StartsWith("RateLimit-", StringComparison.OrdinalIgnoreCase)
            || !long.TryParse(FirstItem(value.ToString()), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return found;
        }

        return rest["RateLimit-".Length..] switch
        {
            var key when Is(key, "Limit") => (found ?? new()) with { Limit = number },
            var key when Is(key, "Remaining") => (found ?? new()) with { Remaining = number },
            var key when Is(key, "Reset") && ResetMoment(number, time) is { } moment => (found ?? new()) with { ResetsAt = moment },
            _ => found,
        };
    }

    private static DateTimeOffset? RetryMoment(string text, DateTimeOffset now)
    {
        if (double.TryParse(FirstItem(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            return double.IsNaN(seconds) ? null : now.AddSeconds(Math.Clamp(seconds, 0, MaxSpanSeconds));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;
    }

    private static DateTimeOffset? ResetMoment(long seconds, TimeProvider time) => seconds switch
    {
        < FirstPlausibleEpochSecond when seconds <= MaxSpanSeconds => time.GetUtcNow().AddSeconds(seconds),
        >= FirstPlausibleEpochSecond and < 100 * FirstPlausibleEpochSecond => DateTimeOffset.FromUnixTimeSeconds(seconds),
        _ => null,
    };

    // The IETF form allows parameters after the number: "100;w=60" or "100, 100;w=60".
    private static ReadOnlySpan<char> FirstItem(string value)
    {
        int end = value.AsSpan().IndexOfAny(';', ',');
        return (end < 0 ? value : value.AsSpan(0, end)).Trim();
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
