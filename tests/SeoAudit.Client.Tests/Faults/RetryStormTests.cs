using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Http;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Many workers that a service sends away at once, on a simulated clock.</summary>
public sealed class RetryStormTests
{
    private const int Workers = 64;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 5)]
    public async Task Workers_that_are_sent_away_together_do_not_come_back_together(int perSecond, int retryAfter)
    {
        var service = new ThrottlingService(_time, perSecond, retryAfter);

        SeoPeekAudit[] audits = await RunAsync(service);

        Assert.Equal(Workers, audits.Length);
        Assert.Equal(0, service.TooEarly);
        // All who were refused in the first moment, if they came back as one.
        int refused = Workers - perSecond;
        int together = service.Retries.GroupBy(static moment => moment.ToUnixTimeMilliseconds() / 50).Max(static moment => moment.Count());
        Assert.InRange(together, 1, refused / 2);
        // In waves, each would have served one second's worth and sent all the others away.
        int inWaves = Enumerable.Range(1, Workers / perSecond).Sum(wave => Math.Max(0, Workers - (wave * perSecond)));
        Assert.InRange(service.Wasted, refused, inWaves);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.001)]
    [InlineData(1.0)]
    [InlineData(60.0)]
    [InlineData(86_400.0)]
    [InlineData(250_000_000_000.0)]
    public void What_was_asked_for_is_never_undercut_and_not_exceeded_by_much(double seconds)
    {
        TimeSpan asked = TimeSpan.FromSeconds(seconds);
        for (var count = 0; count < 1_000; count++)
        {
            Assert.InRange(Backoff.Asked(asked) - asked, Backoff.Pad, Backoff.Pad + TimeSpan.FromSeconds(Math.Min(seconds * 0.2, 30)));
            Assert.InRange(
                Backoff.Asked(asked, spread: TimeSpan.FromSeconds(2)) - asked, Backoff.Pad, Backoff.Pad + TimeSpan.FromSeconds(Math.Clamp(seconds * 0.2, 2, 30)));
        }
    }

    [Fact]
    public void A_wait_that_fits_still_fits_with_what_is_added_to_it()
    {
        TimeSpan asked = TimeSpan.FromSeconds(60);
        for (var count = 0; count < 1_000; count++)
        {
            Assert.True(Backoff.Asked(asked, room: TimeSpan.FromSeconds(60.1)) < TimeSpan.FromSeconds(60.1));
            Assert.Equal(asked + Backoff.Pad, Backoff.Asked(asked, room: TimeSpan.FromSeconds(10)));
        }
    }

    private async Task<SeoPeekAudit[]> RunAsync(ThrottlingService service)
    {
        using var handler = new ScriptedHandler(service.Answer);
        ISeoPeekClient client = TestClient.Create(handler, _time, static options => options.SeoPeek.MaxRetries = 10).SeoPeek;
        return await _time.RunAsync(
            () => Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => client.AuditAsync(new Uri($"https://example.com/{worker}")))));
    }
}
