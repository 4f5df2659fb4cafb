using System.CommandLine;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Options;

/// <summary>Where the report goes.</summary>
internal static class OutputOptions
{
    public static readonly Dictionary<string, ReportFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csv"] = ReportFormat.Csv,
        ["json"] = ReportFormat.Json,
        ["jsonl"] = ReportFormat.JsonLines,
        ["markdown"] = ReportFormat.Markdown,
        ["junit"] = ReportFormat.JUnit,
        ["sarif"] = ReportFormat.Sarif,
        ["html"] = ReportFormat.Html,
    };

    public static readonly Option<ReportFormat?> Format = Values.Word(
        "--format", "FORMAT", $"Writes the report to standard output: {string.Join(", ", Formats.Keys)}.", Formats);

    public static readonly Option<string[]> Output = Values.Many(
        "--output", "FILE", "Writes the report to a file whose ending tells the format: .csv, .json, .jsonl, .ndjson, .md, .xml (JUnit), .sarif, .html, .htm. May be given several times.", "-o");

    public static readonly Option<string?> Title = Values.Text("--title", "TEXT", "The heading of the report.");

    public static readonly Option<string?> Baseline = Values.Text(
        "--baseline", "FILE", "An earlier report (.json or .jsonl) to compare with, in reports and for --max-drop.");

    public static readonly Option<string?> BaselineIfExists = Values.Text(
        "--baseline-if-exists", "FILE", "As --baseline; where there is no such file yet, the rules about it do not apply.");

    public static readonly Option<bool> IgnoreHost = Values.Switch(
        "--ignore-host", "Takes pages of the same path and query for the same, whatever their host: for a preview deployment against the live site.");

    public static IReadOnlyList<Option> All => [Format, Output, Title, Baseline, BaselineIfExists, IgnoreHost];
}
