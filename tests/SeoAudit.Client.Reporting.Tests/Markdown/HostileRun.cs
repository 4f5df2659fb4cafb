using Markdig.Extensions.Tables;
using SeoAudit.Client.Reporting.Tests.Comparison;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Markdown;

/// <summary>A run that has one text wherever it can have one.</summary>
internal static class HostileRun
{
    public static async Task AssertHarmlessAsync(string text)
    {
        string url = "https://example.com/" + Uri.EscapeDataString(text.EnumerateRunes().Aggregate(string.Empty, static (all, rune) => all + rune));
        var options = new ReportOptions
        {
            Title = string.IsNullOrWhiteSpace(text) ? "Title" : text,
            Baseline = Snapshots.Of(Audited(url, 90, Outcomes.Fails("Gone")), Audited("https://example.com/b", 40, Outcomes.Fails(text))),
            Gate = new QualityGate
            {
                MinPageScore = 80,
                RequiredChecks = string.IsNullOrWhiteSpace(text) ? [] : [text],
                MaxFailedChecks = new Dictionary<string, int>(StringComparer.Ordinal) { [string.IsNullOrWhiteSpace(text) ? "major" : text] = 0 },
            },
        };

        var report = new ParsedMarkdown(await MarkdownReports.Of(
            options,
            Audited(url, 50, Outcomes.Fails(text, text), Outcomes.Fails("Gone")),
            Audited("https://example.com/b", 60, Outcomes.Passes(text)),
            Outcomes.Failed(url + "/c", text, 2)));

        report.AssertHarmless();

        // Totals, counts of the comparison, worse, newly failing, better, newly passing, lowest, failed checks, errors.
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 2, 1], report.Tables.Select(static table => table.OfType<TableRow>().Count() - 1));
    }

    private static PageAuditOutcome Audited(string url, double score, params PageCheck[] checks)
    {
        PageAuditOutcome outcome = Outcomes.Audited(url, score, 0, checks);
        string grade = checks.Length == 0 ? "A" : checks[0].Name;
        return Outcomes.Of(outcome.Audit! with { Grade = new Grade(grade) });
    }
}
