using System.Net;
using System.Text;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.SeoPeek;

public sealed class SeoPeekAuditTests : IDisposable
{
    private static readonly Uri Page = new("https://example.com/");

    private readonly StubbedClient _stub = new();

    public void Dispose() => _stub.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_documented_member_is_read(bool refit)
    {
        _stub.Service.Answer(SeoPeekSample.Full);

        SeoPeekAudit audit = refit
            ? await _stub.Get<ISeoPeekApi>().AuditAsync(Page.AbsoluteUri)
            : await _stub.SeoPeek.AuditAsync(Page);

        Assert.Equal("https://example.com/", audit.Url);
        Assert.Equal(82, audit.Score);
        Assert.Equal(Grade.B, audit.Grade);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero), audit.Timestamp);
        Assert.Equal(
            new SeoPeekMeta
            {
                Title = "Example Domain",
                Description = "An example",
                Canonical = "https://example.com/",
                OgTitle = "Example",
                OgDescription = "An Open Graph example",
                OgImage = "https://example.com/image.png",
            },
            audit.Meta);
        Assert.Equal(
            [("Title", true, "Title is 42 characters", "Example Domain"), ("Canonical", false, "No canonical URL", null)],
            audit.Checks.Select(static check => (check.Name, check.Passed, check.Message, check.ValueText)));
    }

    [Theory]
    [InlineData("82", 82)]
    [InlineData("82.0", 82)]
    [InlineData("81.5", 81.5)]
    [InlineData("\"82\"", 82)]
    [InlineData("0", 0)]
    [InlineData("8.2e1", 82)]
    public async Task A_score_is_any_number(string json, double score)
    {
        _stub.Service.Answer(SeoPeekSample.With("score", json));
        Assert.Equal(score, (await _stub.SeoPeek.AuditAsync(Page)).Score);
    }

    [Theory]
    [InlineData("score", null)]
    [InlineData("score", "null")]
    [InlineData("score", "\"none\"")]
    [InlineData("score", "{}")]
    [InlineData("url", null)]
    [InlineData("url", "null")]
    public async Task An_audit_without_score_or_url_is_unreadable_and_never_zero(string member, string? json)
    {
        string body = SeoPeekSample.With(member, json);
        _stub.Service.Answer(body, headers: ("x-request-id", "req-1"));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => _stub.SeoPeek.AuditAsync(Page));

        Assert.Contains("'$", exception.Message, StringComparison.Ordinal);
        Assert.Contains(member, exception.Message + exception.InnerException?.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(body, exception.ResponseBody);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(AuditService.SeoPeek, exception.Service);
        Assert.Equal("Audit", exception.Operation);
        Assert.Equal("req-1", exception.RequestId);
        Assert.False(exception.IsTransient);
        Assert.Equal(1, exception.Attempts);
    }

    [Theory]
    [InlineData("\"b\"", "B")]
    [InlineData("\"A+\"", "A+")]
    [InlineData("\"EXCELLENT\"", "excellent")]
    [InlineData("null", "")]
    [InlineData(null, "")]
    public async Task A_grade_is_carried_as_it_comes(string? json, string grade)
    {
        _stub.Service.Answer(SeoPeekSample.With("grade", json));
        Assert.Equal(new Grade(grade), (await _stub.SeoPeek.AuditAsync(Page)).Grade);
    }

    [Theory]
    [InlineData("\"2026-03-29T10:00:00Z\"", "2026-03-29T10:00:00.0000000+00:00")]
    [InlineData("\"2026-03-29T12:00:00+02:00\"", "2026-03-29T10:00:00.0000000+00:00")]
    [InlineData("\"2026-03-29T10:00:00.123456+00:00\"", "2026-03-29T10:00:00.1234560+00:00")]
    [InlineData("\"2026-03-29T10:00:00.123456789Z\"", "2026-03-29T10:00:00.1234568+00:00")]
    [InlineData("\"2026-03-29T10:00:00\"", "2026-03-29T10:00:00.0000000+00:00")]
    [InlineData("\"yesterday\"", null)]
    [InlineData("\"10:30\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("1774778400", null)]
    [InlineData("{\"at\":1}", null)]
    [InlineData("null", null)]
    [InlineData(null, null)]
    public async Task A_timestamp_is_a_moment_or_nothing(string? json, string? moment)
    {
        _stub.Service.Answer(SeoPeekSample.With("timestamp", json));
        Assert.Equal(moment, (await _stub.SeoPeek.AuditAsync(Page)).Timestamp?.ToUniversalTime().ToString("O"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("[null]")]
    public async Task Checks_are_never_null(string? json)
    {
        _stub.Service.Answer(SeoPeekSample.With("checks", json));
        Assert.Empty((await _stub.SeoPeek.AuditAsync(Page)).Checks);
    }

    [Theory]
    [InlineData("null")]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"title":null,"ogTitle":null}""")]
    public async Task Meta_is_never_null_but_its_members_may_be(string? json)
    {
        _stub.Service.Answer(SeoPeekSample.With("meta", json));
        Assert.Equal(new SeoPeekMeta(), (await _stub.SeoPeek.AuditAsync(Page)).Meta);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task The_content_type_does_not_matter(string? contentType)
    {
        _stub.Service.Answer(SeoPeekSample.Full, contentType: contentType);
        Assert.Equal(82, (await _stub.SeoPeek.AuditAsync(Page)).Score);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        _stub.Service.Answer([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SeoPeekSample.Full)], "application/json");
        Assert.Equal(82, (await _stub.SeoPeek.AuditAsync(Page)).Score);
    }

    [Fact]
    public async Task A_new_key_is_read_but_not_printed()
    {
        _stub.Service.Answer("""{"apiKey":"seo_abc123","plan":"free","limit":"50 audits/day","new":[1]}""");

        SeoPeekApiKey key = await _stub.SeoPeek.CreateKeyAsync("name@example.com");

        Assert.Equal(("seo_abc123", "free", "50 audits/day"), (key.ApiKey, key.Plan, key.Limit));
        Assert.DoesNotContain("seo_abc123", key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"plan":"free"}""")]
    [InlineData("""{"apiKey":null,"plan":"free"}""")]
    public async Task An_answer_without_the_new_key_is_unreadable(string body)
    {
        _stub.Service.Answer(body);
        var unknown = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => _stub.SeoPeek.CreateKeyAsync("name@example.com"));
        Assert.IsType<SeoAuditResponseException>(unknown.InnerException);
    }

    [Theory]
    [InlineData("""{"status":"ok","service":"seopeek","version":"1.0.0"}""", "ok", "seopeek", "1.0.0")]
    [InlineData("""{"status":null}""", "", "", "")]
    [InlineData("{}", "", "", "")]
    public async Task Health_is_read(string body, string status, string service, string version)
    {
        _stub.Service.Answer(body);

        SeoPeekHealth health = await _stub.SeoPeek.GetHealthAsync();

        Assert.Equal((status, service, version), (health.Status, health.Service, health.Version));
    }
}
