using SeoAudit.Client;
using SeoAudit.Client.Reporting;
using static SeoAudit.Tests.Shared.RoundTrips;

namespace SeoAudit.Tests.Shared;

/// <summary>A run written in every format, read back, compared and judged.</summary>
internal static class ReportRoundTrips
{
    public static async Task RunAsync(ISeoAuditClient client, Uri page, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("seoaudit-reports-").FullName;
        try
        {
            await RunAsync(client, page, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(ISeoAuditClient client, Uri page, string folder, CancellationToken cancellationToken)
    {
        string[] names = ["a.csv", "a.json", "a.jsonl", "a.md", "a.xml", "a.sarif", "a.html"];
        string[] files = [.. names.Select(name => Path.Combine(folder, name))];
        var gate = new QualityGate { MinPageScore = 100, MaxErrors = 0 };
        BulkAuditReport report = await client
            .AuditPagesAsync([page, new Uri("relative", UriKind.Relative)], cancellationToken: cancellationToken)
            .SaveReportsAsync(files, new ReportOptions { Gate = gate }, cancellationToken)
            .ToReportAsync(cancellationToken: cancellationToken);
        Check(report.Total == 2 && files.All(static file => new FileInfo(file).Length > 100), "a run is written in every format");

        AuditSnapshot json = await AuditSnapshot.LoadAsync(files[1], cancellationToken);
        AuditSnapshot lines = await AuditSnapshot.LoadAsync(files[2], cancellationToken);
        AuditComparison comparison = AuditComparison.Between(json, lines);
        Check(json.Pages.Count == 2 && comparison.Better.Count + comparison.Worse.Count + comparison.NewPages.Count == 0, "what was written is read back");

        var evaluator = new QualityGateEvaluator(gate, json);
        await using FileStream input = File.OpenRead(files[1]);
        await foreach (PageAuditOutcome outcome in ReportReader.ReadAsync(input, cancellationToken))
        {
            evaluator.Add(outcome);
        }

        Check(evaluator.Evaluate().Violations.Count == 2, "a gate names the rules that were violated");
    }
}
