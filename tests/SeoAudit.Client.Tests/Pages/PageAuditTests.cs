using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pages;

public sealed class PageAuditTests
{
    private const string Queued = """{"scan_id":"s-1","status":"pending"}""";
    private const string Done = """{"scan_id":"s-1","status":"completed"}""";
    private static readonly Uri Page = new("https://example.com/a?b=c");
    private static readonly DateTimeOffset Moment = new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task SeoPeek_is_the_default_and_maps_every_field()
    {
        using var handler = Answering(
            """
            {"url":"https://example.com/a","score":82,"grade":"B","timestamp":"2026-03-29T10:00:00Z",
             "checks":[{"name":"Title","passed":true,"message":"fine","value":"12"},{"name":"H1","passed":false,"message":"none"}],
             "meta":{"title":"T","description":"D","canonical":"C","ogTitle":"OT","ogDescription":"OD","ogImage":"OI"}}
            """);

        PageAudit audit = await AuditAsync(handler, options: null);

        Assert.Equal((Page, AuditService.SeoPeek, 82d, Grade.B, (DateTimeOffset?)Moment), (audit.Url, audit.Service, audit.Score, audit.Grade!.Value, audit.AuditedAt));
        Assert.Equal(
            [
                new PageCheck { Name = "Title", Status = CheckStatus.Passed, Message = "fine", Value = "12" },
                new PageCheck { Name = "H1", Status = CheckStatus.Failed, Message = "none" },
            ],
            audit.Checks);
        Assert.Equal(
            new PageMetadata { Title = "T", Description = "D", Canonical = "C", OgTitle = "OT", OgDescription = "OD", OgImage = "OI" }, audit.Metadata);
        Assert.Null(audit.CoreWebVitals);
        Assert.IsType<SeoPeekAudit>(audit.Source);
    }

    [Fact]
    public async Task Seogent_maps_every_field()
    {
        using var handler = Answering(
            Queued,
            Done,
            """
            {"scan_id":"s-1","status":"completed","results":{"data":[{"url":"https://example.com/a","score":71,"grade":"B","analyzed_at":"2026-03-29T10:00:00Z",
              "all_checks":[{"name":"Canonical","key":"canonical","status":"warning","message":"m","category":"technical","weight":1.5}],
              "metadata":{"title":"T","description":"D","canonical":"C"},
              "performance":{"score":91,"lcp":2.5,"fcp":1.5,"cls":0.05,"fid":12,"inp":150,"ttfb":0.25,"tbt":300}}]}}
            """);

        PageAudit audit = await AuditAsync(handler, new PageAuditOptions { Service = AuditService.Seogent, Performance = true, Accessibility = true });

        Assert.Equal((Page, AuditService.Seogent, 71d, Grade.B, (DateTimeOffset?)Moment), (audit.Url, audit.Service, audit.Score, audit.Grade!.Value, audit.AuditedAt));
        Assert.Equal(
            [new PageCheck { Name = "Canonical", Key = "canonical", Status = CheckStatus.Warning, Message = "m", Category = "technical", Weight = 1.5 }],
            audit.Checks);
        Assert.Equal(new PageMetadata { Title = "T", Description = "D", Canonical = "C" }, audit.Metadata);
        Assert.Equal(
            new CoreWebVitals
            {
                PerformanceScore = 91,
                Lcp = TimeSpan.FromSeconds(2.5),
                Fcp = TimeSpan.FromSeconds(1.5),
                Cls = 0.05,
                Fid = TimeSpan.FromMilliseconds(12),
                Inp = TimeSpan.FromMilliseconds(150),
                Ttfb = TimeSpan.FromMilliseconds(250),
                Tbt = TimeSpan.FromMilliseconds(300),
            },
            audit.CoreWebVitals);
        Assert.IsType<ScannedPage>(audit.Source);
        Assert.Equal(3, handler.Requests.Count);
        string sent = handler.Requests[0].Body!;
        Assert.Contains("\"https://example.com/a?b=c\"", sent, StringComparison.Ordinal);
        Assert.Contains("\"performance_scan\":true", sent, StringComparison.Ordinal);
        Assert.Contains("\"accessibility_scan\":true", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MetricSpot_maps_every_field()
    {
        using var handler = Answering(
            """{"audit":{"id":7,"url":"https://example.com/a","status":"queued"}}""",
            """
            {"audit":{"id":7,"url":"https://example.com/a","status":"completed","score":64,"created_at":"2026-03-29T10:00:00Z"},
             "findings":[{"module":"technical","rule_id":"technical.https_enforced","passed":false,"severity":"major","title":"HTTPS","recommendation":"Redirect"},
                         {"module":"content","rule_id":"content.h1","passed":true,"title":"H1"}]}
            """);

        PageAudit audit = await AuditAsync(handler, new PageAuditOptions { Service = AuditService.MetricSpot });

        Assert.Equal((Page, AuditService.MetricSpot, 64d, (DateTimeOffset?)Moment), (audit.Url, audit.Service, audit.Score, audit.AuditedAt));
        Assert.Equal(
            [
                new PageCheck { Name = "HTTPS", Key = "technical.https_enforced", Status = CheckStatus.Failed, Message = "Redirect", Category = "technical", Severity = "major" },
                new PageCheck { Name = "H1", Key = "content.h1", Status = CheckStatus.Passed, Category = "content", Severity = "info" },
            ],
            audit.Checks);
        Assert.Null(audit.Grade);
        Assert.Null(audit.CoreWebVitals);
        Assert.Equal(new PageMetadata(), audit.Metadata);
        Assert.IsType<MetricSpotAudit>(audit.Source);
    }

    public static TheoryData<AuditService, string[]> Failures => new()
    {
        { AuditService.Seogent, [Queued, "401"] },
        { AuditService.Seogent, [Queued, """{"scan_id":"s-1","status":"failed"}""", """{"scan_id":"s-1","status":"failed"}"""] },
        { AuditService.Seogent, [Queued, Done, "404"] },
        { AuditService.Seogent, [Queued, Done, "not json"] },
        { AuditService.Seogent, [Queued, Done, """{"scan_id":"s-1","status":"completed","results":{"data":[]}}"""] },
        { AuditService.Seogent, [Queued, Done, """{"scan_id":"s-1","status":"completed","results":{"data":[],"next_cursor":"n"}}""", "404"] },
        { AuditService.MetricSpot, ["""{"audit":{"id":"s-1","url":"u","status":"queued"}}""", "401"] },
        { AuditService.MetricSpot, ["""{"audit":{"id":"s-1","url":"u","status":"queued"}}""", """{"audit":{"id":"s-1","url":"u","status":"failed"}}"""] },
        { AuditService.MetricSpot, ["""{"audit":{"id":"s-1","url":"u","status":"queued"}}""", """{"audit":{"id":"s-1","url":"u","status":"completed"}}"""] },
        { AuditService.MetricSpot, ["""{"audit":{"id":"s-1","url":"u","status":"queued"}}""", """{"audit":{"id":"s-1","url":"u","status":"running"}}"""] },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_was_queued_can_be_found_again_when_it_fails(AuditService service, string[] answers)
    {
        using var handler = Answering(answers);

        var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(() => AuditAsync(handler, new PageAuditOptions { Service = service }));

        Assert.Equal(("s-1", service), (exception.OperationId, exception.Service));
    }

    [Fact]
    public async Task What_was_never_queued_has_no_id()
    {
        using var handler = Answering("402");

        var exception = await Assert.ThrowsAsync<SeoAuditQuotaException>(() => AuditAsync(handler, new PageAuditOptions { Service = AuditService.Seogent }));

        Assert.Null(exception.OperationId);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public void Bad_arguments_are_refused_at_once()
    {
        using var handler = Answering("{}");
        ISeoAuditClient client = TestClient.Create(handler);

        Assert.Throws<ArgumentException>(() => { _ = client.AuditPageAsync(new Uri("ftp://example.com/")); });
        Assert.Throws<ArgumentNullException>(() => { _ = client.AuditPageAsync(null!); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = client.AuditPageAsync(Page, new PageAuditOptions { Service = (AuditService)9 }); });
        Assert.Empty(handler.Requests);
    }

    private static async Task<PageAudit> AuditAsync(HttpMessageHandler handler, PageAuditOptions? options)
    {
        var time = new FakeTimeProvider();
        Task<PageAudit> audit = TestClient.Create(handler, time).AuditPageAsync(Page, options, TestContext.Current.CancellationToken);
        await time.AdvanceUntilAsync(audit, TimeSpan.FromSeconds(1), steps: 300);
        return await audit;
    }

    /// <summary>Gives the answers in turn, the last one for ever; three digits stand for an error with that status.</summary>
    private static ScriptedHandler Answering(params string[] answers)
    {
        var next = 0;
        return new ScriptedHandler(_ =>
        {
            string answer = answers[Math.Min(next++, answers.Length - 1)];
            return answer.Length == 3
                ? ScriptedHandler.Json("""{"message":"no"}""", Enum.Parse<HttpStatusCode>(answer))
                : ScriptedHandler.Json(answer);
        });
    }
}
