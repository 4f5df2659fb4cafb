using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Json;

public sealed class JsonReportTests
{
    private static readonly ReportOptions AtNoon = new() { TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 11, 3, 12, 0, 0, TimeSpan.Zero)) };

    private static readonly ReportOptions GuideOnly = AtNoon with { Json = new JsonReportOptions { GuideOnly = true } };

    private static readonly JsonSerializerOptions LaidOut = new(JsonSerializerOptions.Default) { WriteIndented = true };

    private static PageAuditOutcome[] Two =>
    [
        Outcomes.Of(FullOutcomes.Audit with { Score = 87, Checks = [Outcomes.Passes("title"), new PageCheck { Name = "alt", Status = CheckStatus.Warning, Message = "2 images", Value = "2" }] }),
        Outcomes.Failed("https://example.com/gone", index: 1),
    ];

    [Fact]
    public async Task The_guides_shape_is_the_guides_to_the_letter() => Assert.Equal(
        """
        {"total":2,"passed":1,"failed":1,"average_score":43.5,"results":[
        {"url":"https://example.com/a","score":87,"grade":"B","checks":[
        {"name":"title","passed":true,"message":"title is fine.","value":null},{"name":"alt","passed":false,"message":"2 images","value":"2"}],
        "meta":{"title":"A \u0022quoted\u0022 title","description":"One, two","canonical":"https://example.com/a","ogTitle":"og","ogDescription":"ogd","ogImage":"https://example.com/i.png"},
        "timestamp":"2026-11-02T08:30:00.0000007+00:00","error":null},
        {"url":"https://example.com/gone","score":0,"grade":"F","checks":[],
        "meta":{"title":null,"description":null,"canonical":null,"ogTitle":null,"ogDescription":null,"ogImage":null},
        "timestamp":"2026-11-03T12:00:00+00:00","error":"The service answered 503."}]}
        """.ReplaceLineEndings(string.Empty) + "\n",
        await Written.TextAsync(ReportFormat.Json, GuideOnly, Two));

    [Fact]
    public async Task The_report_says_what_it_is_and_counts_first()
    {
        string json = await Written.TextAsync(
            ReportFormat.Json, AtNoon, [.. Two, Outcomes.NotAttempted("https://example.com/later", Outcomes.AuditedAt, 2)]);

        Assert.StartsWith(
            """
            {"format":"seoaudit-report","version":1,"created_at":"2026-11-03T12:00:00+00:00","total":3,"passed":1,"failed":2,"average_score":29,
            "audited":1,"errors":1,"not_attempted":1,"average_audited_score":87,"results":[{"url":
            """.ReplaceLineEndings(string.Empty),
            json,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_pages_it_is_whole_too()
    {
        Assert.Equal("""{"total":0,"passed":0,"failed":0,"average_score":0,"results":[]}""" + "\n", await Written.TextAsync(ReportFormat.Json, GuideOnly));
        Assert.Empty(await Written.TextAsync(ReportFormat.JsonLines, AtNoon));
    }

    [Fact]
    public async Task The_guides_members_come_first_and_the_others_beside_them()
    {
        using JsonDocument guide = JsonDocument.Parse(await Written.TextAsync(ReportFormat.Json, GuideOnly, Two));
        using JsonDocument full = JsonDocument.Parse(await Written.TextAsync(ReportFormat.Json, AtNoon, Two));

        foreach ((JsonElement less, JsonElement more) in guide.RootElement.GetProperty("results").EnumerateArray().Zip(full.RootElement.GetProperty("results").EnumerateArray()))
        {
            string[] names = [.. less.EnumerateObject().Select(static member => member.Name)];
            Assert.Equal(["url", "score", "grade", "checks", "meta", "timestamp", "error"], names);
            Assert.Equal(names, more.EnumerateObject().Take(7).Select(static member => member.Name), StringComparer.Ordinal);
            Assert.All(names.Where(static name => name != "checks"), name => Assert.Equal(less.GetProperty(name).GetRawText(), more.GetProperty(name).GetRawText()));
        }
    }

    [Fact]
    public async Task A_line_is_a_result()
    {
        string lines = await Written.TextAsync(ReportFormat.JsonLines, AtNoon, Two);
        string json = await Written.TextAsync(ReportFormat.Json, AtNoon, Two);

        Assert.Equal(3, lines.Split('\n').Length);
        Assert.EndsWith($"[{lines.TrimEnd('\n').Replace("\n", ",", StringComparison.Ordinal)}]}}\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_reaches_the_output_before_the_next_page()
    {
        using var output = new AsyncOnlyStream();
        await using var writer = ReportWriter.Create(ReportFormat.JsonLines, output, AtNoon);
        for (var lines = 1; lines <= 3; lines++)
        {
            await writer.WriteAsync(FullOutcomes.Audited, TestContext.Current.CancellationToken);

            Assert.Equal(lines, output.Flushes);
            Assert.Equal((byte)'\n', output.ToArray()[^1]);
            Assert.Equal(lines, output.ToArray().Count(static c => c == '\n'));
        }
    }

    [Fact]
    public async Task It_can_be_laid_out_for_people()
    {
        ReportOptions indented = GuideOnly with { Json = new JsonReportOptions { GuideOnly = true, Indented = true } };
        string json = (await Written.TextAsync(ReportFormat.Json, indented, Two)).ReplaceLineEndings("\n");

        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(JsonSerializer.Serialize(document, LaidOut).Replace("\\u002B", "+", StringComparison.Ordinal).ReplaceLineEndings("\n") + "\n", json);
        Assert.Equal(await Written.TextAsync(ReportFormat.JsonLines, GuideOnly, Two), await Written.TextAsync(ReportFormat.JsonLines, indented, Two));
    }

    [Theory]
    [InlineData(87.0, "87")]
    [InlineData(87.25, "87.25")]
    [InlineData(0.1, "0.1")]
    [InlineData(double.NaN, "0")]
    [InlineData(double.PositiveInfinity, "0")]
    public async Task Scores_are_plain_numbers(double score, string text) => Assert.Contains(
        $"\"score\":{text},", await Written.TextAsync(ReportFormat.JsonLines, null, Outcomes.Audited("https://example.com/", score)), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_no_number_is_null()
    {
        string json = await Written.TextAsync(
            ReportFormat.Json,
            null,
            Outcomes.Of(FullOutcomes.Audit with { CoreWebVitals = new CoreWebVitals { Cls = double.NaN }, Checks = [Outcomes.Fails("x") with { Weight = double.NegativeInfinity }] }) with { Credits = double.NaN, PassThreshold = double.NaN });

        Assert.Contains("\"cls\":null", json, StringComparison.Ordinal);
        Assert.Contains("\"weight\":null", json, StringComparison.Ordinal);
        Assert.Contains("\"credits\":null", json, StringComparison.Ordinal);
        Assert.Contains("\"pass_threshold\":null", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_as_large_as_there_are_do_not_stop_the_report()
    {
        PageAuditOutcome page = Outcomes.Audited("https://example.com/", double.MaxValue);

        Assert.Contains("\"average_score\":0", await Written.TextAsync(ReportFormat.Json, null, page, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_pages_can_stand_within_a_page_and_stays_readable()
    {
        string json = await Written.TextAsync(
            ReportFormat.JsonLines,
            null,
            Outcomes.Of(FullOutcomes.Audit with { Metadata = new PageMetadata { Title = "</script><!-- 'x' & \u2028 \u0000 é 日本 \ud800 \ud83d\ude00" } }));

        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('&', json);
        Assert.DoesNotContain('\'', json);
        Assert.DoesNotContain('\u2028', json);
        Assert.Contains("é 日本", json, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal("</script><!-- 'x' & \u2028 \0 é 日本 \uFFFD \ud83d\ude00", document.RootElement.GetProperty("meta").GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_services_answer_is_not_handed_around()
    {
        var error = new SeoAuditException("No.") { ResponseBody = "<secret>" };

        Assert.DoesNotContain("secret", await Written.TextAsync(ReportFormat.JsonLines, null, PageAuditOutcome.Failed(FullOutcomes.Url, error)), StringComparison.Ordinal);
    }
}
