using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Markdown;

/// <summary>The counts of the run, and what is worst in it.</summary>
internal static class RunSection
{
    /// <summary>How many pages and checks are listed.</summary>
    public const int Listed = 10;

    private const int LongestMessage = 300;

    public static void AddTotals(MarkdownDocument document, BulkAuditReport report)
    {
        if (report.Total == 0)
        {
            document.TryAdd("\nThe run has no pages.\n");
            return;
        }

        new MarkdownTable(string.Empty, ">Pages", ">Passed", ">Failed", ">of these errors", ">of these not attempted", ">Average score", ">of audited pages")
            .Add(
                MarkdownNumber.Count(report.Total),
                MarkdownNumber.Count(report.Passed),
                MarkdownNumber.Count(report.Failed),
                MarkdownNumber.Count(report.Errors),
                MarkdownNumber.Count(report.NotAttempted),
                MarkdownNumber.Score(report.AverageScore),
                MarkdownNumber.Score(report.AverageAuditedScore))
            .AddTo(document);
    }

    public static void AddWorst(MarkdownDocument document, BulkAuditReport report)
    {
        var pages = new MarkdownTable("### Lowest scores", "Page", ">Score", "Grade", "Service");
        foreach (ScoredPage page in report.WorstPages)
        {
            pages.Add(MarkdownText.Link(page.Url), MarkdownNumber.Score(page.Score), MarkdownText.Code(page.Grade?.Value ?? string.Empty), ServiceName.Of(page.Service));
        }

        pages.AddTo(document, report.Audited, "more audited pages");

        var checks = new MarkdownTable("### Commonest failed checks", "Check", "Service", ">Pages");
        foreach (FailedCheckCount check in report.FailedChecks)
        {
            checks.Add(MarkdownText.Code(check.Name), ServiceName.Of(check.Service), MarkdownNumber.Count(check.Pages));
        }

        checks.AddTo(document, report.FailedChecks.Count + report.OtherFailedChecks, "failures of other checks");

        var errors = new MarkdownTable("### Errors", "Kind", ">Pages", ">of these not attempted", "Example", "Message");
        foreach (OutcomeErrorCount error in report.ErrorsByKind)
        {
            errors.Add(
                MarkdownText.Code(error.Kind.Value),
                MarkdownNumber.Count(error.Count),
                MarkdownNumber.Count(error.NotAttempted),
                MarkdownText.Link(error.ExampleUrl),
                MarkdownText.Code(error.ExampleMessage, LongestMessage));
        }

        errors.AddTo(document, report.ErrorsByKind.Count, "more kinds");
    }
}
