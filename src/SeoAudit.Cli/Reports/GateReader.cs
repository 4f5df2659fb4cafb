using System.Globalization;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>The rules of a gate, from a file and from options.</summary>
internal static class GateReader
{
    /// <summary>The rules; null where there are none.</summary>
    public static async Task<QualityGate?> ReadAsync(Invocation invocation)
    {
        QualityGate gate = invocation.Get(GateOptions.Gate) is { } file ? await QualityGate.LoadAsync(file, invocation.Stop) : new QualityGate();
        string[] checks = invocation.Get(GateOptions.RequireCheck) ?? [];
        string[] budgets = invocation.Get(GateOptions.MaxChecks) ?? [];
        gate = gate with
        {
            MinAverageScore = invocation.Get(GateOptions.FailUnder) ?? gate.MinAverageScore,
            MinPageScore = invocation.Get(GateOptions.MinPageScore) ?? gate.MinPageScore,
            MaxFailedPages = invocation.Get(GateOptions.MaxFailed) ?? gate.MaxFailedPages,
            MaxErrors = invocation.Get(GateOptions.MaxErrors) ?? gate.MaxErrors,
            RequiredChecks = checks.Length > 0 ? checks : gate.RequiredChecks,
            MaxLcp = invocation.Get(GateOptions.MaxLcp) ?? gate.MaxLcp,
            MaxCls = invocation.Get(GateOptions.MaxCls) ?? gate.MaxCls,
            MaxInp = invocation.Get(GateOptions.MaxInp) ?? gate.MaxInp,
            MaxScoreDrop = invocation.Get(GateOptions.MaxDrop) ?? gate.MaxScoreDrop,
            MaxAverageDrop = invocation.Get(GateOptions.MaxAverageDrop) ?? gate.MaxAverageDrop,
            MaxFailedChecks = budgets.Length > 0 ? Budgets(budgets) : gate.MaxFailedChecks,
        };
        return HasRules(gate) ? gate : null;
    }

    private static bool HasRules(QualityGate gate) => gate
        is { MinAverageScore: not null } or { MinPageScore: not null } or { MaxFailedPages: not null } or { MaxErrors: not null }
        or { RequiredChecks.Count: > 0 } or { MaxLcp: not null } or { MaxCls: not null } or { MaxInp: not null }
        or { MaxScoreDrop: not null } or { MaxAverageDrop: not null } or { MaxFailedChecks.Count: > 0 };

    private static Dictionary<string, int> Budgets(string[] texts)
    {
        var budgets = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string text in texts)
        {
            int at = text.LastIndexOf('=');
            if (at <= 0 || !int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count) || !budgets.TryAdd(text[..at], count))
            {
                throw new UsageException($"--max-checks needs a severity and a whole number, each severity once, such as major=10, not \"{text}\".");
            }
        }

        return budgets;
    }
}
