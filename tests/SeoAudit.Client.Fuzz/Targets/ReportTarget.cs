using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>A report in JSON or JSON Lines: read the same in whatever pieces it comes, and what is read is written and read again.</summary>
internal sealed class ReportTarget() : FuzzTarget("report", "Reports", new LinesOfGrammar(new JsonGrammar("url", "results", "score", "checks", "error", "errorDetails"), "{\"url\":\"/\",\"score\":1}"))
{
    public override async Task<object?> ReadAsync(byte[] input)
    {
        (List<PageAuditOutcome> pages, ReportFormatException? failure) = await ReadAsync(new MemoryStream(input));
        (List<PageAuditOutcome> again, ReportFormatException? other) = await ReadAsync(new PieceStream(input, input.Length < 4_096 ? (input.Length % 7) + 1 : 1_000));
        BrokenPromiseException.ThrowIf(
            (failure is null) != (other is null) || !pages.Select(Text).SequenceEqual(again.Select(Text), StringComparer.Ordinal),
            $"In pieces, it reads otherwise: {pages.Count} and {again.Count} pages, {failure} and {other}");
        var written = new MemoryStream();
        await pages.ToAsyncEnumerable().WriteReportAsync(ReportFormat.JsonLines, written);
        written.Position = 0;
        (List<PageAuditOutcome> back, ReportFormatException? refusal) = await ReadAsync(written);
        BrokenPromiseException.ThrowIf(refusal is not null || back.Count != pages.Count, $"What was written cannot be read: {refusal}");
        return failure is null ? pages : throw failure;
    }

    public override bool IsDocumented(Exception exception) => exception is ReportFormatException;

    private static string Text(PageAuditOutcome page) => $"{page.Index} {page.Url.OriginalString} {page.Status} {page.Audit?.Score} {page.Audit?.Checks.Count} {page.Error?.Message}";

    private static async Task<(List<PageAuditOutcome> Pages, ReportFormatException? Failure)> ReadAsync(Stream report)
    {
        var pages = new List<PageAuditOutcome>();
        try
        {
            await foreach (PageAuditOutcome page in ReportReader.ReadAsync(report))
            {
                pages.Add(page);
            }

            return (pages, null);
        }
        catch (ReportFormatException failure)
        {
            return (pages, failure);
        }
    }
}
