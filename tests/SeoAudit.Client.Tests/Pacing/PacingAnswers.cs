using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pacing;

/// <summary>Calls that cost, one at each service, and answers to them.</summary>
internal static class PacingAnswers
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    public static readonly DateTimeOffset Start = new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero);

    public static FakeTimeProvider Clock() => new(Start);

    public static ScriptedHandler Handler() => new(static request => For(request));

    public static HttpResponseMessage For(HttpRequestMessage request) => request.Method == HttpMethod.Post
        ? ScriptedHandler.Json(
            """{"scan_id":"s-1","status":"pending","audit":{"id":"a-1","url":"https://example.com/","status":"queued"}}""")
        : Answers.For(request);

    public static Task CallAsync(this ISeoAuditClient client, AuditService service, CancellationToken cancellationToken = default) => service switch
    {
        AuditService.SeoPeek => client.SeoPeek.AuditAsync(new Uri("https://example.com/"), cancellationToken),
        AuditService.Seogent => client.Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 1), cancellationToken),
        _ => client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/"), cancellationToken),
    };

    public static Task<SeoAuditRateLimitException> RefusedAsync(this ISeoAuditClient client, AuditService service) =>
        Assert.ThrowsAsync<SeoAuditRateLimitException>(() => client.CallAsync(service));

    /// <summary>Waits, while the clock stands still, until so many requests have been sent, and no more.</summary>
    public static async Task SentAsync(this ScriptedHandler handler, int requests)
    {
        using var limit = new CancellationTokenSource(RealLimit);
        while (handler.Requests.Count < requests && !limit.IsCancellationRequested)
        {
            await Task.Yield();
        }

        await FakeTimeSteps.RestAsync();
        Assert.Equal(requests, handler.Requests.Count);
    }
}
