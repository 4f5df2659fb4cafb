namespace SeoAudit.Client.Reporting.Tests.Gate;

internal static class Gates
{
    /// <summary>Every rule once.</summary>
    public static QualityGate Full { get; } = new()
    {
        MinAverageScore = 70,
        MinPageScore = 50,
        MaxFailedPages = 3,
        MaxErrors = 0,
        RequiredChecks = ["Title"],
        MaxLcp = TimeSpan.FromMilliseconds(2_500),
        MaxCls = 0.1,
        MaxInp = TimeSpan.FromMilliseconds(200),
        MaxScoreDrop = 5,
        MaxAverageDrop = 1.5,
        MaxFailedChecks = new Dictionary<string, int>(StringComparer.Ordinal) { ["major"] = 4 },
    };
}
