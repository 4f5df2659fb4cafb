using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>MetricSpot refuses a page for a day once it has taken it, which tells what became of a lost answer.</summary>
public sealed class CooldownEvidenceTests
{
    private static readonly Uri Page = new("https://example.com/a?b=%20c");

    private static int _accounts;

    private readonly string _key = string.Create(CultureInfo.InvariantCulture, $"ms_live_{Interlocked.Increment(ref _accounts):d24}");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
    private readonly Queue<Func<HttpResponseMessage>> _lists = new();
    private readonly Queue<Func<HttpResponseMessage>> _posts = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_is_refused_and_its_audit_is_found()
    {
        _posts.Enqueue(ScanDesk.Reset);
        _posts.Enqueue(Cooldown);
        _lists.Enqueue(() => List());
        _lists.Enqueue(() => List(Row(7, Page, TimeSpan.Zero)));

        MetricSpotAuditOperation audit = await QueueAsync();

        Assert.Equal(("7", true), (audit.Id, audit.IsAdopted));
    }

    [Fact]
    public async Task The_page_is_refused_and_its_audit_is_nowhere()
    {
        _posts.Enqueue(ScanDesk.Reset);
        _posts.Enqueue(Cooldown);
        _lists.Enqueue(() => List());
        _lists.Enqueue(() => List(Row(6, new Uri("https://example.com/other"), TimeSpan.Zero)));
        _lists.Enqueue(() => List(Row(7, Page, TimeSpan.Zero)));

        var unknown = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => QueueAsync());

        Assert.IsType<SeoAuditRateLimitException>(unknown.InnerException);
        Assert.Equal("7", await unknown.ReconcileAsync(Stop));
    }

    [Fact]
    public async Task The_page_is_refused_for_an_audit_of_this_morning()
    {
        _posts.Enqueue(ScanDesk.Reset);
        _posts.Enqueue(Cooldown);
        _lists.Enqueue(() => List(Row(5, Page, TimeSpan.FromHours(3))));
        _lists.Enqueue(() => List(Row(5, Page, TimeSpan.FromHours(3))));

        var refused = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => QueueAsync());

        Assert.Equal(2, refused.Attempts);
        Assert.True(refused.RetryAfter > TimeSpan.FromHours(20));
    }

    [Fact]
    public async Task The_page_is_refused_for_the_audit_of_another_call()
    {
        _posts.Enqueue(static () => ScriptedHandler.Json("""{"audit":{"id":8,"url":"https://example.com/a?b=%20c","status":"queued"}}"""));
        _posts.Enqueue(ScanDesk.Reset);
        _posts.Enqueue(Cooldown);
        _lists.Enqueue(() => List(Row(8, Page, TimeSpan.Zero)));
        _lists.Enqueue(() => List(Row(8, Page, TimeSpan.Zero)));
        await QueueAsync();

        var refused = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => QueueAsync());

        Assert.Equal(2, refused.Attempts);
    }

    [Fact]
    public async Task The_gap_between_any_two_audits_is_waited_for()
    {
        _posts.Enqueue(ScanDesk.Reset);
        _posts.Enqueue(static () => ScanDesk.Status(HttpStatusCode.TooManyRequests, "4"));
        _posts.Enqueue(static () => ScriptedHandler.Json("""{"audit":{"id":8,"url":"https://example.com/a","status":"queued"}}"""));
        _lists.Enqueue(() => List());
        _lists.Enqueue(() => List());

        MetricSpotAuditOperation audit = await QueueAsync();

        Assert.Equal(("8", false), (audit.Id, audit.IsAdopted));
    }

    [Fact]
    public async Task A_first_refusal_is_told_as_it_is()
    {
        _posts.Enqueue(Cooldown);

        await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => QueueAsync());

        Assert.Empty(_posts);
    }

    private static HttpResponseMessage Cooldown() =>
        ScriptedHandler.Json("""{"error":"Too soon","retry_at":"2026-03-13T12:00:00Z"}""", HttpStatusCode.TooManyRequests);

    private static HttpResponseMessage List(params string[] rows) => ScriptedHandler.Json("{\"audits\":[" + string.Join(',', rows) + "]}");

    private string Row(int id, Uri page, TimeSpan age)
    {
        string created = (_time.GetUtcNow() - age).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return $$"""{"id":{{id}},"url":"{{page.OriginalString}}","status":"queued","created_at":"{{created}}"}""";
    }

    private async Task<MetricSpotAuditOperation> QueueAsync()
    {
        using var handler = new ScriptedHandler(request =>
        {
            HttpResponseMessage answer = (request.Method == HttpMethod.Post ? _posts : _lists).Dequeue()();
            answer.Headers.Date = _time.GetUtcNow();
            return answer;
        });
        IMetricSpotClient client = TestClient.Create(handler, _time, options =>
        {
            options.MetricSpot.ApiKey = _key;
            options.MetricSpot.Spacing = TimeSpan.Zero;
        }).MetricSpot;
        return await _time.RunAsync(() => client.QueueAuditAsync(Page, Stop), step: 0.1);
    }
}
