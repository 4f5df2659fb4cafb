using System.Net;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class MetricSpotAuditTests : IDisposable
{
    private static readonly Uri Page = new("https://example.com/");
    private static readonly DateTimeOffset CreatedAt = new(2026, 5, 14, 10, 18, 4, TimeSpan.Zero);

    private readonly StubbedClient _stub = new();

    public void Dispose() => _stub.Dispose();

    [Fact]
    public async Task Every_documented_member_is_read()
    {
        _stub.Service.Answer(MetricSpotSample.Completed);

        MetricSpotAudit audit = await _stub.MetricSpot.GetAuditAsync("12345");

        Assert.Equal(("12345", "example.com", "https://example.com"), (audit.Id, audit.Domain, audit.Url));
        Assert.Equal(AuditStatus.Completed, audit.Status);
        Assert.Equal(87.5, audit.Score);
        Assert.Equal(CreatedAt, audit.CreatedAt);
        Assert.Equal("pro", audit.Plan!.Value.GetString());
        Assert.Equal("2026-05-15T10:18:04.000Z", audit.Cooldown!.Value.GetProperty("retry_at").GetString());
        Assert.Equal(
            [
                ("technical", "technical.https_enforced", true, FindingSeverity.Critical, "HTTPS is enforced", null),
                ("onpage", "onpage.title", false, FindingSeverity.Major, "The title is long", "Shorten it."),
            ],
            audit.Findings.Select(static f => (f.Module, f.RuleId, f.Passed, f.Severity, f.Title, f.Recommendation)));
        Assert.Equal("shop", audit.Findings[0].Data!.Value.GetProperty("platform").GetString());
        Assert.Null(audit.Findings[1].Data);
    }

    [Fact]
    public async Task The_wire_interface_reads_the_same()
    {
        _stub.Service.Answer(MetricSpotSample.Completed);

        AuditEnvelope envelope = await _stub.Get<IMetricSpotApi>().GetAuditAsync("12345");

        Assert.Equal(("12345", 87.5, CreatedAt), (envelope.Audit.Id, envelope.Audit.Score, envelope.Audit.CreatedAt));
        Assert.Equal(91, envelope.Audit.ModuleScores["onpage"]);
        Assert.Equal(2, envelope.Findings.Count);
    }

    [Fact]
    public async Task A_queued_audit_has_no_result_yet()
    {
        _stub.Service.Answer(MetricSpotSample.Queued, status: 201);

        MetricSpotAuditOperation operation = await _stub.MetricSpot.QueueAuditAsync(Page);

        Assert.Equal("12345", operation.Id);
        Assert.Equal(AuditStatus.Queued, operation.Status);
        Assert.False(operation.IsCompleted);
        AuditEnvelope queued = await _stub.Get<IMetricSpotApi>().CreateAuditAsync(new AuditRequest("https://example.com"));
        Assert.Null(queued.Audit.Score);
        Assert.Empty(queued.Findings);
        Assert.Empty(queued.Audit.ModuleScores);
    }

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("12345.0", "12345")]
    [InlineData("1.2345e4", "12345")]
    [InlineData("\"12345\"", "12345")]
    [InlineData("\"aud_9f\"", "aud_9f")]
    [InlineData("9007199254740993", "9007199254740993")]
    public async Task An_id_is_a_number_or_text(string json, string id)
    {
        _stub.Service.Answer(MetricSpotSample.Queued.Replace("12345", json, StringComparison.Ordinal), status: 201);
        Assert.Equal(id, (await _stub.MetricSpot.QueueAuditAsync(Page)).Id);
    }

    [Theory]
    [InlineData("""{"id":null,"url":"u","status":"queued"}""")]
    [InlineData("""{"id":true,"url":"u","status":"queued"}""")]
    [InlineData("""{"id":1.5e300,"url":"u","status":"queued"}""")]
    [InlineData("""{"url":"u","status":"queued"}""")]
    [InlineData("""{"id":1,"status":"queued"}""")]
    [InlineData("""{"id":1,"url":null,"status":"queued"}""")]
    [InlineData("""{"id":1,"url":"u"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task An_audit_without_its_essentials_is_unreadable(string audit)
    {
        string body = $$"""{"audit":{{audit}}}""";
        _stub.Service.Answer(body, status: 201);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => _stub.MetricSpot.QueueAuditAsync(Page));

        Assert.Equal(HttpStatusCode.Created, exception.StatusCode);
        Assert.Equal(body, exception.ResponseBody);
        Assert.Contains("'$", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completed", true, true)]
    [InlineData("Completed", true, true)]
    [InlineData("complete", true, true)]
    [InlineData("FAILED", false, true)]
    [InlineData("running", false, false)]
    [InlineData("queued", false, false)]
    [InlineData("paused", false, false)]
    public async Task A_status_is_carried_as_it_comes(string status, bool completed, bool final)
    {
        _stub.Service.Answer(MetricSpotSample.InState(status));

        AuditStatus read = (await _stub.MetricSpot.GetAuditAsync("12345")).Status;

        Assert.Equal(status, read.Value);
        Assert.Equal((completed, final), (read.IsCompleted, read.IsFinal));
    }

    [Theory]
    [InlineData(""","total_score":70""", 70d)]
    [InlineData(""","score":87,"total_score":70""", 87d)]
    [InlineData(""","score":null,"total_score":70""", 70d)]
    [InlineData(""","score":"87.5" """, 87.5)]
    [InlineData(""","score":null""", null)]
    [InlineData("", null)]
    public async Task A_score_goes_by_either_name(string members, double? score)
    {
        _stub.Service.Answer(MetricSpotSample.Audit(members));
        Assert.Equal(score, (await _stub.MetricSpot.GetAuditAsync("1")).Score);
    }

    [Theory]
    [InlineData(""","raw":{"module_scores":{"onpage":91.5,"ai":3,"x":null,"y":"7","z":{}}}""", "", "ai=3 onpage=91.5")]
    [InlineData(""","module_scores":{"onpage":91}""", "", "onpage=91")]
    [InlineData(""","raw":{"module_scores":{"onpage":1}},"module_scores":{"onpage":2}""", "", "onpage=1")]
    [InlineData(""","raw":{"module_scores":{}},"module_scores":{"onpage":2}""", "", "onpage=2")]
    [InlineData(""","raw":{"other":{"module_scores":{"onpage":1}}},"module_scores":{"onpage":2}""", "", "onpage=2")]
    [InlineData(""","raw":null,"module_scores":null""", "", "")]
    [InlineData(""","raw":"gone","module_scores":"gone" """, "", "")]
    [InlineData(""","raw":[{"module_scores":{"onpage":1}}],"module_scores":[1]""", "", "")]
    [InlineData("", ""","module_scores":{"onpage":3}""", "onpage=3")]
    [InlineData(""","module_scores":{"onpage":2}""", ""","module_scores":{"onpage":3}""", "onpage=2")]
    [InlineData("", "", "")]
    public async Task Module_scores_are_found_wherever_they_stand(string members, string besides, string expected)
    {
        _stub.Service.Answer(MetricSpotSample.Audit(members)[..^1] + besides + "}");

        IReadOnlyDictionary<string, double> scores = (await _stub.MetricSpot.GetAuditAsync("1")).ModuleScores;

        Assert.Equal(expected, string.Join(' ', scores.OrderBy(static s => s.Key, StringComparer.Ordinal).Select(static s => FormattableString.Invariant($"{s.Key}={s.Value}"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","findings":null""")]
    [InlineData(""","findings":[]""")]
    [InlineData(""","findings":[null]""")]
    public async Task Findings_are_never_null(string findings)
    {
        _stub.Service.Answer(MetricSpotSample.InState("running")[..^1] + findings + "}");
        Assert.Empty((await _stub.MetricSpot.GetAuditAsync("12345")).Findings);
    }

    [Theory]
    [InlineData("{}", "info")]
    [InlineData("""{"severity":null}""", "info")]
    [InlineData("""{"severity":"CRITICAL"}""", "critical")]
    [InlineData("""{"severity":"blocker"}""", "blocker")]
    public async Task A_severity_is_open_and_info_where_it_is_missing(string finding, string severity)
    {
        _stub.Service.Answer(MetricSpotSample.Audit(string.Empty)[..^1] + $$""","findings":[{{finding}}]}""");

        Finding read = Assert.Single((await _stub.MetricSpot.GetAuditAsync("1")).Findings);

        Assert.Equal(new FindingSeverity(severity), read.Severity);
        Assert.Equal((string.Empty, string.Empty, string.Empty, null), (read.Module, read.RuleId, read.Title, read.Recommendation));
    }

    [Theory]
    [InlineData("\"free\"", "\"free\"")]
    [InlineData("""{"name":"pro"}""", """{"name":"pro"}""")]
    [InlineData("3", "3")]
    [InlineData("null", null)]
    public async Task Plan_and_cooldown_are_carried_as_json(string json, string? expected)
    {
        _stub.Service.Answer(MetricSpotSample.Audit(string.Empty)[..^1] + $$""","plan":{{json}},"cooldown":{{json}}}""");

        MetricSpotAudit audit = await _stub.MetricSpot.GetAuditAsync("1");

        Assert.Equal((expected, expected), (audit.Plan?.GetRawText(), audit.Cooldown?.GetRawText()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_list_is_read_in_its_order(bool refit)
    {
        _stub.Service.Answer(
            """
            {"audits":[
              {"id":2,"url":"https://b.example","status":"completed","score":90,"created_at":"2026-05-14T12:18:04+02:00","display_position":1},
              null,
              {"id":"1","domain":"a.example","url":"https://a.example","status":"odd","score":null,"created_at":"garbage","display_position":null}
            ],"total":2}
            """);

        AuditList list = refit ? await _stub.Get<IMetricSpotApi>().ListAuditsAsync() : await _stub.MetricSpot.ListAuditsAsync();

        Assert.Equal(
            [
                ("2", null, "https://b.example", AuditStatus.Completed, 90, CreatedAt, 1),
                ("1", "a.example", "https://a.example", new AuditStatus("odd"), (double?)null, (DateTimeOffset?)null, (double?)null),
            ],
            list.Audits.Select(static a => (a.Id, a.Domain, a.Url, a.Status, a.Score, a.CreatedAt, a.DisplayPosition)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"audits":null}""")]
    [InlineData("""{"audits":[]}""")]
    public async Task A_list_is_never_null(string body)
    {
        _stub.Service.Answer(body);
        Assert.Empty((await _stub.MetricSpot.ListAuditsAsync()).Audits);
    }
}
