using System.Net;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Services that name the last moment there is.</summary>
public sealed class FarMomentTests
{
    private const string Refusal = """{"error":"RATE_LIMITED","message":"Never.","retry_at":"9999-12-31T23:59:59.9999999Z"}""";

    private readonly FaultClock _clock = new();

    [Theory]
    [InlineData(AuditService.SeoPeek)]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_run_ends_at_once_and_says_when(AuditService service)
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json(Refusal, HttpStatusCode.TooManyRequests));
        ISeoAuditClient client = TestClient.Create(handler, _clock, static options => options.MetricSpot.Spacing = TimeSpan.Zero);
        Uri[] pages = [.. Enumerable.Range(0, 3).Select(static number => new Uri($"https://example.com/{number}"))];
        DateTimeOffset started = _clock.GetUtcNow();

        List<PageAuditOutcome> outcomes = [];
        await _clock.RunAsync(async () => outcomes =
            await client.AuditPagesAsync(Streams.Of(pages), new() { Service = service }).CollectAsync().ConfigureAwait(false));

        Assert.Equal(3, outcomes.Count);
        Assert.All(outcomes, static outcome => Assert.Equal(DateTimeOffset.MaxValue, outcome.RetryAt));
        Assert.InRange(_clock.GetUtcNow() - started, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }
}
