using System.Globalization;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client.Reporting;
using Spectre.Console;

namespace SeoAudit.Cli.Reports;

/// <summary>What changed, for people.</summary>
internal static class ComparisonView
{
    private const int Listed = 20;

    public static void Show(IAnsiConsole console, AuditComparison comparison)
    {
        string average = comparison is { AverageBefore: { } before, AverageAfter: { } after, AverageDelta: { } delta }
            ? string.Create(CultureInfo.InvariantCulture, $"Average of pages of both runs {before:0.0} to {after:0.0} ({Signed(delta)}); ")
            : "";
        string notComparable = comparison.NotComparable > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({comparison.NotComparable:N0} not comparable)") : "";
        SummaryView.Line(console, string.Create(
            CultureInfo.InvariantCulture,
            $"{average}{comparison.Better.Count:N0} better, {comparison.Worse.Count:N0} worse, {comparison.Unchanged:N0} unchanged{notComparable}, {comparison.NewPages.Count:N0} new, {comparison.GonePages.Count:N0} gone"));
        ShowChanges(console, "Worse", comparison.Worse, Color.Red);
        ShowChanges(console, "Better", comparison.Better, Color.Green);
        ShowChecks(console, "Newly failing checks", comparison.NewlyFailing, Color.Red);
        ShowChecks(console, "Newly passing checks", comparison.NewlyPassing, Color.Green);
        ShowPages(console, "New pages", comparison.NewPages);
        ShowPages(console, "Gone pages", comparison.GonePages);
    }

    private static void ShowChanges(IAnsiConsole console, string title, IReadOnlyList<PageChange> changes, Color color) =>
        ShowRows(console, ["Points", "Before", "After", title], changes, change =>
        [
            SummaryView.Cell(change.ScoreDelta is { } delta ? Signed(delta) : "", color),
            SummaryView.Cell(Score(change.Before)),
            SummaryView.Cell(Score(change.After)),
            SummaryView.Cell(ShownAddress.Of(change.After.Url)),
        ]);

    private static void ShowChecks(IAnsiConsole console, string title, IReadOnlyList<CheckChange> changes, Color color) =>
        ShowRows(console, ["Pages", title], changes, change =>
        [
            SummaryView.Cell(change.Pages.ToString("N0", CultureInfo.InvariantCulture), color),
            SummaryView.Cell(change.Check.Name),
        ]);

    private static void ShowPages(IAnsiConsole console, string title, IReadOnlyList<PageSnapshot> pages) =>
        ShowRows(console, ["Score", title], pages, static page => [SummaryView.Cell(Score(page)), SummaryView.Cell(ShownAddress.Of(page.Url))]);

    private static void ShowRows<T>(IAnsiConsole console, string[] columns, IReadOnlyList<T> items, Func<T, Text[]> row)
    {
        if (items.Count == 0)
        {
            return;
        }

        Table table = SummaryView.Table(columns);
        foreach (T item in items.Take(Listed))
        {
            table.AddRow(row(item));
        }

        console.Write(table);
        if (items.Count > Listed)
        {
            SummaryView.Line(console, string.Create(CultureInfo.InvariantCulture, $"  and {items.Count - Listed:N0} more"));
        }
    }

    private static string Score(PageSnapshot page) => page.Score is { } score ? ShownScore.Of(score) : "none";

    private static string Signed(double delta) => delta.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
