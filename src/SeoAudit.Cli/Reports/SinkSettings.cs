using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>Where outcomes go, and what they are held against.</summary>
internal sealed record SinkSettings
{
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What is written to standard output; null for a summary.</summary>
    public ReportFormat? Format { get; init; }

    public QualityGate? Gate { get; init; }

    public AuditSnapshot? Baseline { get; init; }

    public string? Title { get; init; }

    public ComparisonOptions Comparison { get; init; } = new();

    /// <summary>Which file of the repository a page comes from, where that is known.</summary>
    public Func<Uri, string?>? SourceFile { get; init; }

    public ReportOptions ReportOptions
    {
        get
        {
            var options = new ReportOptions { Baseline = Baseline, Comparison = Comparison, Gate = Gate, Sarif = new() { SourceFile = SourceFile } };
            return Title is null ? options : options with { Title = Title };
        }
    }

    /// <summary>Reads the options; files that do not tell a format, rules that need a baseline and the like are refused before anything is spent.</summary>
    /// <exception cref="UsageException">They do not go together.</exception>
    public static async Task<SinkSettings> ReadAsync(Invocation invocation)
    {
        ReportFormat? format = invocation.Get(OutputOptions.Format);
        if (format is not null && invocation.Json)
        {
            throw new UsageException("--format and --json both print to standard output. Use --json for the summary and --output FILE for the pages.");
        }

        if (invocation.Get(OutputOptions.Output)?.Any(string.IsNullOrWhiteSpace) == true)
        {
            throw new UsageException("--output needs the name of a file.");
        }

        string[] files = [.. (invocation.Get(OutputOptions.Output) ?? []).Select(Path.GetFullPath)];
        if (files.GroupBy(static file => file, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { } twice)
        {
            throw new UsageException($"--output names {twice.Key} twice.");
        }

        foreach (string file in files)
        {
            ReportFormats.FromPath(file);
        }

        QualityGate? gate = await GateReader.ReadAsync(invocation);
        string? baseline = invocation.Get(OutputOptions.Baseline);
        if (invocation.Get(OutputOptions.BaselineIfExists) is { } candidate)
        {
            if (baseline is not null)
            {
                throw new UsageException("--baseline and --baseline-if-exists both name an earlier report: give one of them.");
            }

            if (File.Exists(candidate))
            {
                baseline = candidate;
            }
            else
            {
                invocation.Screen.Note($"There is no {candidate} yet, so nothing is compared with it.");
                gate = gate is null ? null : gate with { MaxScoreDrop = null, MaxAverageDrop = null };
            }
        }

        if (baseline is null && gate is { NeedsBaseline: true })
        {
            throw new UsageException("--max-drop and --max-average-drop compare with an earlier report: add --baseline FILE.");
        }

        return new SinkSettings
        {
            Files = files,
            Format = format,
            Gate = gate,
            Baseline = baseline is null ? null : await AuditSnapshot.LoadAsync(baseline, invocation.Stop),
            Title = string.IsNullOrWhiteSpace(invocation.Get(OutputOptions.Title)) ? null : invocation.Get(OutputOptions.Title),
            Comparison = new ComparisonOptions { IgnoreHost = invocation.Get(OutputOptions.IgnoreHost) },
        };
    }
}
