using System.Globalization;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using SeoAudit.Client.Reporting;
using Spectre.Console;

namespace SeoAudit.Cli.Reports;

/// <summary>A run's balance for people.</summary>
internal static class SummaryView
{
    private const int PagesOfRule = 5;
    private const double Good = 90;
    private const double Fair = 70;

    public static void Show(IAnsiConsole console, RunBalance balance)
    {
        BulkAuditReport report = balance.Report;
        ShowAverage(console, report);
        ShowWorst(console, report);
        ShowChecks(console, report);
        foreach (OutcomeErrorCount error in report.ErrorsByKind)
        {
            Line(console, string.Create(CultureInfo.InvariantCulture, $"  {error.Count:N0} x {error.Kind}, e.g. {ShownAddress.Of(error.ExampleUrl)}: {error.ExampleMessage}"), Color.Red);
        }

        string credits = report.CreditsUsed is { } used ? string.Create(CultureInfo.InvariantCulture, $", {used:0.##} credits") : "";
        string reused = report.Reused > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {report.Reused:N0} pages were known already") : "";
        Line(console, string.Create(CultureInfo.InvariantCulture, $"Used {report.AuditsUsed:N0} audits{credits}{reused}"));
        if (report.ResumeAt is { } moment)
        {
            Line(console, string.Create(CultureInfo.InvariantCulture, $"{report.NotAttempted:N0} pages were not attempted; go on from {moment.ToLocalTime():yyyy-MM-dd HH:mm:ss}"), Color.Yellow);
        }

        ShowEnd(console, balance);
    }

    /// <summary>The balance in a few lines, beside a result for programs.</summary>
    public static void ShowBrief(IAnsiConsole console, RunBalance balance)
    {
        ShowAverage(console, balance.Report);
        ShowEnd(console, balance);
    }

    public static void ShowGate(IAnsiConsole console, QualityGateResult? gate)
    {
        if (gate is null)
        {
            return;
        }

        Line(console, gate.IsPassed ? "Gate passed" : string.Create(CultureInfo.InvariantCulture, $"Gate failed: {gate.Violations.Count:N0} of {gate.Rules.Count:N0} rules are violated"), gate.IsPassed ? Color.Green : Color.Red);
        foreach (GateViolation violation in gate.Violations)
        {
            Line(console, $"  {violation.Rule}: {violation.Message}", Color.Red);
            foreach (Uri page in violation.Pages.Take(PagesOfRule))
            {
                Line(console, $"    {ShownAddress.Of(page)}");
            }

            if (violation.PageCount > PagesOfRule)
            {
                Line(console, string.Create(CultureInfo.InvariantCulture, $"    and {violation.PageCount - PagesOfRule:N0} more"));
            }
        }
    }

    public static void Line(IAnsiConsole console, string text, Color? color = null) =>
        console.Write(new Text(PlainText.Of(text) + "\n", new Style(color)) { Overflow = Overflow.Fold });

    public static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        return table;
    }

    public static Text Cell(string? text, Color? color = null) => new(PlainText.Of(text), new Style(color)) { Overflow = Overflow.Fold };

    private static void ShowAverage(IAnsiConsole console, BulkAuditReport report) => Line(
        console,
        string.Create(CultureInfo.InvariantCulture, $"Average score {report.AverageScore:0.0}: {report.Passed:N0} passed, {report.Failed:N0} failed of {report.Total:N0} pages"),
        StyleOf(report.AverageScore));

    private static void ShowEnd(IAnsiConsole console, RunBalance balance)
    {
        foreach (string file in balance.Files)
        {
            Line(console, $"Wrote {file}");
        }

        ShowGate(console, balance.Gate);
    }

    private static void ShowWorst(IAnsiConsole console, BulkAuditReport report)
    {
        if (report.WorstPages.Count == 0)
        {
            return;
        }

        Table table = Table("Score", "Grade", "Worst pages");
        foreach (ScoredPage page in report.WorstPages)
        {
            table.AddRow(
                Cell(string.Create(CultureInfo.InvariantCulture, $"{ShownScore.Of(page.Score),5}"), StyleOf(page.Score)),
                Cell(page.Grade?.Value),
                Cell(ShownAddress.Of(page.Url)));
        }

        console.Write(table);
    }

    private static void ShowChecks(IAnsiConsole console, BulkAuditReport report)
    {
        if (report.FailedChecks.Count == 0)
        {
            return;
        }

        Table table = Table("Pages", "Service", "Commonest failed checks");
        foreach (FailedCheckCount check in report.FailedChecks)
        {
            table.AddRow(
                Cell(string.Create(CultureInfo.InvariantCulture, $"{check.Pages,5:N0}")),
                Cell(AuditOptions.NameOf(check.Service)),
                Cell(check.Name));
        }

        console.Write(table);
    }

    private static Color StyleOf(double score) => score >= Good ? Color.Green : score >= Fair ? Color.Yellow : Color.Red;
}
