using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Json;

public sealed class ReportReaderTests
{
    private const string Page = """{"url":"https://example.com/","score":71}""";

    // As the guide's program writes it: json.dump with an indentation, and escapes for all that is not ASCII.
    private const string FromTheGuide =
        """
        {
          "total": 2,
          "passed": 1,
          "failed": 1,
          "average_score": 41.0,
          "results": [
            {
              "url": "https://example.com/",
              "score": 82,
              "grade": "B",
              "checks": [
                {"name": "Title", "passed": true, "message": "ok", "value": "Caf\u00e9 \ud83d\ude00 \ud83d"},
                {"name": "H1", "passed": false, "message": "missing", "value": null}
              ],
              "meta": {"title": "Caf\u00e9", "description": null, "canonical": null, "ogTitle": null, "ogDescription": null, "ogImage": null},
              "timestamp": "2026-03-29T10:00:00.123456Z",
              "error": null
            },
            {
              "url": "https://example.com/x",
              "score": 0,
              "grade": "F",
              "checks": [],
              "meta": {"title": null, "description": null, "canonical": null, "ogTitle": null, "ogDescription": null, "ogImage": null},
              "timestamp": "2026-03-29T10:00:01.5+00:00",
              "error": "Client error '404 Not Found'"
            }
          ]
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public async Task What_the_guides_own_program_writes_is_read(int chunk)
    {
        List<PageAuditOutcome> read = await Written.ReadAsync(FromTheGuide, chunk);

        Assert.Equal([OutcomeStatus.Audited, OutcomeStatus.Failed], read.Select(static outcome => outcome.Status));
        Assert.Equal([0, 1], read.Select(static outcome => outcome.Index));
        Assert.Equal((82.0, AuditService.SeoPeek, "Café"), (read[0].Audit!.Score, read[0].Service, read[0].Audit!.Metadata.Title));
        Assert.Equal("Café 😀 \uFFFD", read[0].Audit!.Checks[0].Value);
        Assert.Equal([CheckStatus.Passed, CheckStatus.Failed], read[0].Audit!.Checks.Select(static check => check.Status));
        Assert.Equal(DateTimeOffset.Parse("2026-03-29T10:00:00.123456Z", CultureInfo.InvariantCulture), read[0].Audit!.AuditedAt);
        Assert.Equal("Client error '404 Not Found'", read[1].Error!.Message);
    }

    [Fact]
    public async Task A_later_version_is_read_as_far_as_possible()
    {
        const string Later =
            """
            {"format":"seoaudit-report","version":9,"generator":{"name":["x",{"results":[1]}]},"total":"many","results":[
            {"version":9,"kind":"page","service":"newcomer","url":"https://example.com/","score":71,"grade":{"letter":"A"},"checks":[{"name":"x","status":"skipped","passed":"no","evidence":[[1]]},7],
            "meta":[1],"core_web_vitals":{"lcp_ms":"slow","cls":0.1,"tti_ms":{"a":1}},"audited_at":12,"origin":"moon","index":"first","pass_threshold":1e999,"credits":[]},
            {"url":"https://example.com/x","error":"No.","status":"postponed","error_details":{"kind":"eaten","http_status":"x","rate_limit":{"limit":1e30,"more":[]},"timeout_ms":1e300,"field_errors":{"a":[1,"b"],"c":null},"more":{}}}
            ],"summary":{"results":[]}}
            """;

        List<PageAuditOutcome> read = await Written.ReadAsync(Later);

        PageAudit audit = read[0].Audit!;
        Assert.Equal((71.0, null, AuditService.SeoPeek, 70.0), (audit.Score, audit.Grade, audit.Service, read[0].PassThreshold));
        Assert.Equal("skipped", Assert.Single(audit.Checks).Status.Value);
        Assert.Equal((null, 0.1), (audit.CoreWebVitals!.Lcp, audit.CoreWebVitals.Cls));
        Assert.Equal((OutcomeStatus.Failed, "No.", 1), (read[1].Status, read[1].Error!.Message, read[1].Index));
        Assert.Equal(["b"], read[1].Error!.FieldErrors["a"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t\n")]
    public async Task An_empty_file_has_no_pages(string report) => Assert.Empty(await Written.ReadAsync(report));

    [Theory]
    [InlineData("\uFEFF" + Page)]
    [InlineData(Page + "\r\n\r\n \n")]
    [InlineData("\n\n" + Page)]
    [InlineData("{\"results\":[" + Page + "]}")]
    [InlineData("\uFEFF \n{ \"results\" : [\n" + Page + "\n] } \n")]
    [InlineData("{\"results\":null,\"results\":[" + Page + "],\"results\":[{}]}")]
    public async Task Marks_and_white_space_make_no_difference(string report)
    {
        for (var chunk = 1; chunk < 4; chunk++)
        {
            Assert.Equal(71, Assert.Single(await Written.ReadAsync(report, chunk)).Audit!.Score);
        }
    }

    [Theory]
    [InlineData("URL,Score\r\n", 1)]
    [InlineData("\n\n<html>", 3)]
    [InlineData("[]", 1)]
    [InlineData("{}", 1)]
    [InlineData("{\"total\":1,\n\"results\":{}}", 2)]
    [InlineData("{\"ur", 1)]
    [InlineData("null", 1)]
    public async Task What_is_no_report_is_refused(string report, long line)
    {
        var error = await Assert.ThrowsAsync<ReportFormatException>(() => Written.ReadAsync(report, 1));

        Assert.Equal(line, error.Line);
        Assert.StartsWith("This is no report in JSON or JSON Lines", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"results\":[\n1]}", 2)]
    [InlineData("{\"results\":[{}]}", 1)]
    [InlineData("{\"results\":[\n\n{\"url\":\"https://example.com/\"}]}", 3)]
    [InlineData("{\"results\":[{\"url\":5,\"score\":1}]}", 1)]
    [InlineData("{\"results\":[\n{\"url\":\"https://example.com/\",\n\"score\":}]}", 3)]
    [InlineData("{\"results\":[]} \n x", 2)]
    [InlineData("{\"results\":[]\n", 2)]
    [InlineData("{\"url\":\"https://example.com/\"}", 1)]
    [InlineData("{\"url\":\"https://example.com/\",\"score\":1e999}", 1)]
    [InlineData("{\"url\":\"https://example.com/\",\"score\":1} {}", 1)]
    [InlineData("{\"url\":\"https://exa\\u00mple.com/\",\"score\":1}", 1)]
    [InlineData("{\"url\":\"\\\\\\\\\\u202e\",\"score\":1}", 1)]
    public async Task What_is_broken_is_refused_with_the_line(string report, long line) =>
        Assert.Equal(line, (await Assert.ThrowsAsync<ReportFormatException>(() => Written.ReadAsync(report, 3))).Line);

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.JsonLines)]
    public async Task Of_a_report_that_is_cut_off_every_whole_page_comes(ReportFormat format)
    {
        var options = new ReportOptions { Json = new JsonReportOptions { Indented = true }, TimeProvider = new FakeTimeProvider() };
        byte[] whole = await Written.BytesAsync(format, options, [.. Enumerable.Range(0, 3).Select(static index => Outcomes.Failed($"https://example.com/{index}", index: index))]);
        int[] ends = [.. await EndsAsync(format, options)];
        for (var length = 1; length < whole.Length; length++)
        {
            byte[] part = whole[..length];
            var read = new List<PageAuditOutcome>();
            ReportFormatException? error = null;
            try
            {
                await foreach (PageAuditOutcome outcome in ReportReader.ReadAsync(new MemoryStream(part), TestContext.Current.CancellationToken))
                {
                    read.Add(outcome);
                }
            }
            catch (ReportFormatException exception)
            {
                error = exception;
            }

            // Behind the object's end there is only the end of the line.
            bool isWhole = format == ReportFormat.Json ? length >= whole.AsSpan().TrimEnd((byte)'\n').Length : ends.Contains(length) || ends.Contains(length + 1);
            Assert.Equal(isWhole, error is null);
            Assert.Equal(ends.Count(end => end <= length + (format == ReportFormat.JsonLines ? 1 : 0)), read.Count);
            if (error is not null)
            {
                Assert.Equal(part.AsSpan().Count((byte)'\n') + 1, error.Line);
            }
        }
    }

    [Fact]
    public async Task A_page_or_a_head_that_would_not_fit_into_memory_is_refused()
    {
        using var page = new EndlessStream("{\"url\":\"https://example.com/\",\"score\":1,\"error\":\"", "aaaaaaaaaaaaaaaa");
        using var head = new EndlessStream("{\"total\":\"", "aaaaaaaaaaaaaaaa");
        using var result = new EndlessStream("{\"results\":[{\"url\":\"https://example.com/\",\"score\":1},\n{\"url\":\"", "aaaaaaaaaaaaaaaa");

        Assert.Equal((0, 1L), await RefusedAsync(page));
        Assert.Equal((0, 1L), await RefusedAsync(head));
        Assert.Equal((1, 2L), await RefusedAsync(result));
    }

    [Fact]
    public async Task Too_many_checks_are_refused()
    {
        string checks = string.Join(',', Enumerable.Repeat("{}", 10_001));

        Assert.Equal(1, (await Assert.ThrowsAsync<ReportFormatException>(() => Written.ReadAsync($"{{\"url\":\"https://example.com/\",\"score\":1,\"checks\":[{checks}]}}"))).Line);
    }

    [Theory]
    [InlineData("{\"url\":\"https://example.com/\",\"score\":1,\"x\":", "")]
    [InlineData("{\"results\":[{\"url\":\"https://example.com/\",\"score\":1,\"x\":", "")]
    [InlineData("{\"results\":[],\"x\":", "")]
    [InlineData("", "")]
    public async Task Nesting_without_end_is_refused(string before, string after) =>
        Assert.Equal(1, (await Assert.ThrowsAsync<ReportFormatException>(() => Written.ReadAsync(before + new string('[', 100_000) + after))).Line);

    [Fact]
    public async Task Bytes_that_are_no_text_become_replacement_characters()
    {
        byte[] report = [.. Encoding.UTF8.GetBytes("{\"url\":\"https://example.com/\",\"score\":1,\"grade\":\"A"), 0xFF, .. Encoding.UTF8.GetBytes("\\n\"}")];

        Assert.Equal("A\uFFFD\n", Assert.Single(await Written.ReadAsync(report)).Audit!.Grade!.Value.Value);
    }

    [Fact]
    public async Task A_page_comes_as_soon_as_its_line_is_there()
    {
        using var live = new LiveStream();
        await using IAsyncEnumerator<PageAuditOutcome> pages = ReportReader.ReadAsync(live, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var index = 0; index < 3; index++)
        {
            ValueTask<bool> next = pages.MoveNextAsync();
            Assert.False(next.IsCompleted);
            live.Add(Page + "\n");

            Assert.True(await next);
            Assert.Equal(index, pages.Current.Index);
        }
    }

    [Fact]
    public async Task Reading_can_be_cancelled_before_and_between_pages()
    {
        using var source = new CancellationTokenSource();
        await using IAsyncEnumerator<PageAuditOutcome> pages = ReportReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"{Page}\n{Page}\n")), source.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await pages.MoveNextAsync());
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ReportReader.ReadAsync(new MemoryStream(), source.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync());
    }

    [Fact]
    public void A_stream_that_cannot_be_read_is_refused_at_once()
    {
        var closed = new MemoryStream();
        closed.Dispose();

        Assert.Throws<ArgumentException>(() => ReportReader.ReadAsync(closed, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>(() => ReportReader.ReadAsync(null!, TestContext.Current.CancellationToken));
    }

    private static async Task<(int Pages, long? Line)> RefusedAsync(Stream report)
    {
        var pages = 0;
        var error = await Assert.ThrowsAsync<ReportFormatException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in ReportReader.ReadAsync(report, TestContext.Current.CancellationToken))
            {
                pages++;
            }
        });
        return (pages, error.Line);
    }

    /// <summary>How many bytes stand up to the end of each page.</summary>
    private static async Task<List<int>> EndsAsync(ReportFormat format, ReportOptions options)
    {
        var ends = new List<int>();
        using var output = new MemoryStream();
        await using var writer = ReportWriter.Create(ReportFormat.JsonLines, output, options);
        byte[] whole = await Written.BytesAsync(format, options, [.. Enumerable.Range(0, 3).Select(static index => Outcomes.Failed($"https://example.com/{index}", index: index))]);
        string text = Encoding.UTF8.GetString(whole);
        for (var index = 0; index < 3; index++)
        {
            await writer.WriteAsync(Outcomes.Failed($"https://example.com/{index}", index: index), TestContext.Current.CancellationToken);
            ends.Add(format == ReportFormat.JsonLines ? (int)output.Length : EndOfPage(text, index));
        }

        return ends;
    }

    // In the layout for people, an object of the list ends with a brace four columns in.
    private static int EndOfPage(string text, int index)
    {
        var at = 0;
        for (var page = 0; page <= index; page++)
        {
            at = text.IndexOf("\n    }", at + 1, StringComparison.Ordinal);
        }

        return at + "\n    }".Length;
    }
}
