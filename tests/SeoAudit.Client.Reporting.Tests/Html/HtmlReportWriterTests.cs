using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using SeoAudit.Client.Reporting.Html.Data;
using SeoAudit.Client.Reporting.Tests.Html.Support;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Html;

public sealed class HtmlReportWriterTests
{
    [Fact]
    public async Task Nothing_is_written_before_the_report_is_complete()
    {
        using var output = new MemoryStream();
        await using (ReportWriter writer = ReportWriter.Create(ReportFormat.Html, output, Rendering.Options()))
        {
            foreach (PageAuditOutcome outcome in SampleRun.Of(300))
            {
                await writer.WriteAsync(outcome);
            }
        }

        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task A_cancelled_report_does_not_end()
    {
        using var output = new CancellingStream();
        await using ReportWriter writer = ReportWriter.Create(ReportFormat.Html, output, Rendering.Options());
        await writer.WriteAsync(Outcomes.Audited("https://a.example/", 90));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.CompleteAsync(output.Token));

        Assert.DoesNotContain("</html>", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.CompleteAsync());
    }

    [Fact]
    public async Task A_pipe_and_a_text_writer_get_what_a_stream_gets()
    {
        string expected = await Rendering.ToHtmlAsync(SampleRun.Of(20));
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (ReportWriter writer in new[] { ReportWriter.Create(ReportFormat.Html, pipe.Writer, Rendering.Options()), ReportWriter.Create(ReportFormat.Html, text, Rendering.Options()) })
        {
            await using (writer)
            {
                foreach (PageAuditOutcome outcome in SampleRun.Of(20))
                {
                    await writer.WriteAsync(outcome);
                }

                await writer.CompleteAsync();
            }
        }

        await pipe.Writer.CompleteAsync();
        using var reader = new StreamReader(pipe.Reader.AsStream(), Encoding.UTF8);
        Assert.Equal(expected, await reader.ReadToEndAsync());
        Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public async Task Every_page_is_in_the_data_with_all_that_is_known_of_it()
    {
        PageAuditOutcome[] outcomes = [.. SampleRun.Of(200)];
        JsonElement data = PageDataOf.Json(Rendering.Parse(await Rendering.ToHtmlAsync(outcomes)));

        JsonElement[] rows = [.. data.GetProperty("pages").EnumerateArray()];
        Assert.Equal(outcomes.Select(static outcome => outcome.Url.AbsoluteUri), rows.Select(static row => row.GetProperty("url").GetString()), StringComparer.Ordinal);
        foreach ((PageAuditOutcome outcome, JsonElement row) in outcomes.Zip(rows))
        {
            if (outcome.Audit is not { } audit)
            {
                Assert.Equal(outcome.Error!.Message, row.GetProperty("error").GetProperty("message").GetString());
                continue;
            }

            Assert.Equal(outcome.IsPassed ? "passed" : "failed", row.GetProperty("status").GetString());
            Assert.Equal(audit.Score, row.GetProperty("score").GetDouble());
            JsonElement[] flat = [.. row.GetProperty("checks").EnumerateArray()];
            Assert.Equal(audit.Checks.Select(static check => check.Name), flat.Where(static (_, at) => at % 4 == 0).Select(check => PageDataOf.Check(data, check)[2].GetString()), StringComparer.Ordinal);
            Assert.Equal(audit.Checks.Select(static check => check.Message), flat.Where(static (_, at) => at % 4 == 2).Select(text => PageDataOf.Text(data, text)), StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task More_checks_and_texts_than_are_shared_are_written_where_they_stand()
    {
        static PageCheck Check(int number) => Outcomes.Fails(string.Create(CultureInfo.InvariantCulture, $"Check {number}"));
        int count = TextTable.Capacity + 50;
        IHtmlDocument page = await Rendering.ParseAsync(Outcomes.Audited("https://a.example/", 10, 0, [.. Enumerable.Range(0, count).Select(Check)]));

        JsonElement data = PageDataOf.Json(page);
        JsonElement[] flat = [.. data.GetProperty("pages")[0].GetProperty("checks").EnumerateArray()];
        Assert.Equal(CheckTable.Capacity, data.GetProperty("checks").GetArrayLength());
        Assert.Equal(TextTable.Capacity, data.GetProperty("texts").GetArrayLength());
        Assert.Equal(Enumerable.Range(0, count).Select(static number => Check(number).Name), flat.Where(static (_, at) => at % 4 == 0).Select(check => PageDataOf.Check(data, check)[2].GetString()), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, count).Select(static number => Check(number).Message), flat.Where(static (_, at) => at % 4 == 2).Select(text => PageDataOf.Text(data, text)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_pages()
    {
        await using ReportWriter writer = ReportWriter.Create(ReportFormat.Html, Stream.Null, Rendering.Options());
        var watched = new List<WeakReference>();
        for (var index = 0; index < 10_000; index++)
        {
            await writer.WriteAsync(Watched(index, watched));
        }

        Collect();

        // The tables and lists keep texts and addresses of a bounded number of pages, and of none the outcome or its audit; a frame that
        // is not yet reused may still hold a few.
        Assert.Equal(20_000, watched.Count);
        Assert.InRange(watched.Count(static reference => reference.IsAlive), 0, 20);
        await writer.CompleteAsync();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PageAuditOutcome Watched(int index, List<WeakReference> watched)
    {
        PageAuditOutcome outcome = Outcomes.Audited($"https://a.example/{index}", index % 100, index, Outcomes.Fails($"Check {index}"), Outcomes.Passes("Title"));
        watched.Add(new WeakReference(outcome));
        watched.Add(new WeakReference(outcome.Audit));
        return outcome;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    /// <summary>Cancels once the head of the page is written.</summary>
    private sealed class CancellingStream : MemoryStream
    {
        private readonly CancellationTokenSource _cancellation = new();

        public CancellationToken Token => _cancellation.Token;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _cancellation.Cancel();
            return base.WriteAsync(buffer, cancellationToken: default);
        }

        protected override void Dispose(bool disposing)
        {
            _cancellation.Dispose();
            base.Dispose(disposing);
        }
    }
}
