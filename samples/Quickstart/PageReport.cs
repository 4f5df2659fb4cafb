using SeoAudit.Client;

namespace Quickstart;

/// <summary>What came of all pages together.</summary>
internal static class PageReport
{
    public static void Print(BulkAuditReport report, int fromJournal)
    {
        Console.WriteLine($"  average score {report.AverageScore:0.0}, {report.Passed:N0} passed, {report.Failed:N0} failed of {report.Total:N0}{(report.WorstPages.Count > 0 ? "; the worst:" : "")}");
        foreach (ScoredPage page in report.WorstPages)
        {
            Console.WriteLine($"    {page.Score,3:0}  {page.Url}");
        }

        foreach (OutcomeErrorCount error in report.ErrorsByKind)
        {
            Console.WriteLine($"  {error.Count:N0} x {error.Kind}, e.g. {error.ExampleUrl}: {error.ExampleMessage.ReplaceLineEndings(" ")}");
        }

        string credits = report.CreditsUsed is { } used ? $", credits: {used:0.##}" : "";
        Console.WriteLine($"  audits used: {report.AuditsUsed:N0}{credits}, pages from the journal: {fromJournal:N0}");
        if (report.ResumeAt is { } moment)
        {
            Console.WriteLine($"  {report.NotAttempted:N0} pages were not attempted; go on at {moment.ToLocalTime():yyyy-MM-dd HH:mm:ss}");
        }
    }
}
