using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Markdown;

/// <summary>What changed against the baseline, the worse before the better.</summary>
internal static class ComparisonSection
{
    private const int PagesListed = 10;
    private const int ChecksListed = 10;
    private const int ChecksOfAPage = 3;

    public static void AddTo(MarkdownDocument document, AuditComparison comparison)
    {
        string average = comparison.AverageDelta is null
            ? "No page has a score that can be compared."
            : $"Average score over pages of both runs ({MarkdownNumber.Count(comparison.ComparedPages)}): "
                + $"{MarkdownNumber.Score(comparison.AverageBefore)} → {MarkdownNumber.Score(comparison.AverageAfter)} (**{MarkdownNumber.Change(comparison.AverageDelta)}**).";
        document.TryAdd($"\n### Compared with the baseline\n\n{average}\n");
        new MarkdownTable(string.Empty, ">Worse", ">Better", ">Unchanged", ">of these not comparable", ">New", ">Gone")
            .Add([.. new[]
            {
                comparison.Worse.Count, comparison.Better.Count, comparison.Unchanged, comparison.NotComparable, comparison.NewPages.Count, comparison.GonePages.Count,
            }.Select(static count => MarkdownNumber.Count(count))])
            .AddTo(document);
        AddPages(document, "#### Worse pages", "Newly failing checks", comparison.Worse, static change => change.NewlyFailing);
        AddChecks(document, "#### Newly failing checks", comparison.NewlyFailing);
        AddPages(document, "#### Better pages", "Newly passing checks", comparison.Better, static change => change.NewlyPassing);
        AddChecks(document, "#### Newly passing checks", comparison.NewlyPassing);
    }

    private static void AddPages(
        MarkdownDocument document, string heading, string checks, IReadOnlyList<PageChange> changes, Func<PageChange, IReadOnlyList<CheckId>> checksOf)
    {
        var table = new MarkdownTable(heading, "Page", ">Before", ">After", ">Change", checks);
        foreach (PageChange change in changes.Take(PagesListed))
        {
            table.Add(MarkdownText.Link(change.After.Url), Score(change.Before), Score(change.After), MarkdownNumber.Change(change.ScoreDelta), Names(checksOf(change)));
        }

        table.AddTo(document, changes.Count, "more");
    }

    private static void AddChecks(MarkdownDocument document, string heading, IReadOnlyList<CheckChange> changes)
    {
        var table = new MarkdownTable(heading, "Check", "Service", ">Pages");
        foreach (CheckChange change in changes.Take(ChecksListed))
        {
            table.Add(MarkdownText.Code(change.Check.Name), ServiceName.Of(change.Check.Service), MarkdownNumber.Count(change.Pages));
        }

        table.AddTo(document, changes.Count, "more");
    }

    private static string Score(PageSnapshot page) => page.Score is null ? "error" : MarkdownNumber.Score(page.Score);

    private static string Names(IReadOnlyList<CheckId> checks)
    {
        string names = string.Join(", ", checks.Take(ChecksOfAPage).Select(static check => MarkdownText.Code(check.Name)));
        return checks.Count > ChecksOfAPage ? $"{names} and {MarkdownNumber.Count(checks.Count - ChecksOfAPage)} more" : names;
    }
}
