using System.CommandLine;

namespace SeoAudit.Cli.Options;

/// <summary>What a run must keep to.</summary>
internal static class GateOptions
{
    public static readonly Option<double?> FailUnder = Values.Number(
        "--fail-under", "POINTS", 0, 100, "Fails when the average score is lower; a page without an audit counts as 0.");

    public static readonly Option<double?> MinPageScore = Values.Number(
        "--min-page-score", "POINTS", 0, 100, "Fails when a page's score is lower.");

    public static readonly Option<int?> MaxFailed = Values.Count(
        "--max-failed", "N", 0, int.MaxValue, "Fails when more pages fail: below --pass-threshold, or without an audit.");

    public static readonly Option<int?> MaxErrors = Values.Count(
        "--max-errors", "N", 0, int.MaxValue, "Fails when more pages have no audit.");

    public static readonly Option<string[]> RequireCheck = Values.Many(
        "--require-check", "CHECK", "Fails when a page fails this check, named as in the report. May be given several times.");

    public static readonly Option<string[]> MaxChecks = Values.Many(
        "--max-checks", "SEVERITY=N", "Fails when all pages together fail more checks of a severity, e.g. major=10. May be given several times.");

    public static readonly Option<TimeSpan?> MaxLcp = Values.Duration("--max-lcp", "Fails when a page's Largest Contentful Paint is greater, e.g. 2.5s.");

    public static readonly Option<double?> MaxCls = Values.Number(
        "--max-cls", "SHIFT", 0, 1_000, "Fails when a page's Cumulative Layout Shift is greater, e.g. 0.1.");

    public static readonly Option<TimeSpan?> MaxInp = Values.Duration("--max-inp", "Fails when a page's Interaction to Next Paint is greater, e.g. 200ms.");

    public static readonly Option<double?> MaxDrop = Values.Number(
        "--max-drop", "POINTS", 0, 100, "Fails when a page's score fell further since --baseline.");

    public static readonly Option<double?> MaxAverageDrop = Values.Number(
        "--max-average-drop", "POINTS", 0, 100, "Fails when the average over the pages of both runs fell further since --baseline.");

    public static readonly Option<string?> Gate = Values.Text(
        "--gate", "FILE", "Takes rules from a JSON file, e.g. {\"minAverageScore\": 70}; options override it.");

    public static IReadOnlyList<Option> All =>
        [FailUnder, MinPageScore, MaxFailed, MaxErrors, RequireCheck, MaxChecks, MaxLcp, MaxCls, MaxInp, MaxDrop, MaxAverageDrop, Gate];
}
