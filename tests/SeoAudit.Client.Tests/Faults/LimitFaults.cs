using System.Globalization;
using System.Net;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Services that ask to be left alone for a while, in every way in which they say for how long.</summary>
internal static class LimitFaults
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(7);

    public static IEnumerable<Fault> All =>
    [
        Limited("429", 429, null),
        Limited("429, `Retry-After: 7`", 429, "7", static scene => scene.Clock.GetUtcNow() + Asked),
        Limited("429, `Retry-After` a date", 429, null, Date, static scene => Date(scene).ToString("R", CultureInfo.InvariantCulture)),
        Limited("429, `Retry-After: 99999999999`", 429, "99999999999"),
        Limited("429, `Retry-After` in the year 9999", 429, "Fri, 31 Dec 9999 23:59:59 GMT"),
        Limited("429, `Retry-After: -7`", 429, "-7"),
        Limited("429, `Retry-After: soon`", 429, "soon"),
        new("429, `retry_at` in the body", static scene => scene.Answer(
            HttpStatusCode.TooManyRequests, $$"""{"error":"RATE_LIMITED","message":"Wait.","retry_at":"{{Moment(scene)}}"}"""))
        {
            NotBefore = static scene => scene.Clock.GetUtcNow() + Asked,
        },
        new("429, a moment in the text", static scene => scene.Answer(
            HttpStatusCode.TooManyRequests, $$"""{"error":"Already audited; next after {{Moment(scene)}}."}"""))
        {
            NotBefore = static scene => scene.Clock.GetUtcNow() + Asked,
        },
        new("429, a moment in plain text", static scene => scene.Answer(
            HttpStatusCode.TooManyRequests, $"Try again at {Moment(scene)}", "text/plain"))
        {
            NotBefore = static scene => scene.Clock.GetUtcNow() + Asked,
        },
        Limited("503, `Retry-After: 7`", 503, "7", static scene => scene.Clock.GetUtcNow() + Asked),
        Limited("503, `Retry-After: 3600`", 503, "3600"),
    ];

    private static string Moment(FaultScene scene) =>
        (scene.Clock.GetUtcNow() + Asked).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    // A date has no fractions of a second: the next full one is meant.
    private static DateTimeOffset Date(FaultScene scene)
    {
        DateTimeOffset moment = scene.Clock.GetUtcNow() + Asked + TimeSpan.FromSeconds(1);
        return moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
    }

    private static Fault Limited(
        string name,
        int status,
        string? retryAfter,
        Func<FaultScene, DateTimeOffset>? notBefore = null,
        Func<FaultScene, string>? header = null) => new(name, scene =>
        {
            HttpResponseMessage response = scene.Answer((HttpStatusCode)status, """{"error":"slow down","message":"Slow down."}""");
            if ((header?.Invoke(scene) ?? retryAfter) is { } value)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", value);
            }

            return response;
        })
        {
            NotBefore = notBefore,
        };
}
