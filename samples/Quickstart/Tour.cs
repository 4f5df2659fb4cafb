using SeoAudit.Client;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;

namespace Quickstart;

/// <summary>The three services on one site: page by page, as a whole, and one page in depth.</summary>
internal static class Tour
{
    private const string PdfFile = "quickstart-audit.pdf";

    /// <summary>Runs the tour.</summary>
    /// <returns>Whether there was anything to audit; without it nothing is spent on the two costlier services.</returns>
    public static async Task<bool> RunAsync(Stage stage, Arguments arguments, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Site:     {stage.Start}");
        if (!await PageByPage.RunAsync(stage, arguments, cancellationToken))
        {
            Console.Error.WriteLine(stage.Sitemap is { } sitemap
                ? $"No page of {sitemap} could be audited."
                : $"{stage.Start} could not be audited.");
            return false;
        }

        if (stage.HasSeogent)
        {
            await ScanAsync(stage, cancellationToken);
        }

        if (stage.HasMetricSpot)
        {
            await AuditInDepthAsync(stage, cancellationToken);
        }

        return true;
    }

    private static async Task ScanAsync(Stage stage, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine("SEOgent, the whole site");
        ScanRequest request = stage.Sitemap is null
            ? ScanRequest.ForUrls(stage.Start)
            : ScanRequest.ForDomain(stage.Start.GetLeftPart(UriPartial.Authority), maxPages: 50);
        ScanOperation scan = await stage.Client.Seogent.StartScanAsync(
            request with { AccessibilityScan = true, LinkCheck = true }, cancellationToken);
        Console.WriteLine($"  scan {scan.Id} is queued, about {scan.Created?.EstimatedCredits} credits");

        ScanReport report;
        using (var progress = new ScanProgressLine())
        {
            report = await scan.WaitForCompletionAsync(new WaitOptions { Progress = progress }, cancellationToken);
        }

        Console.WriteLine($"  average score {report.AverageScore:0}, commonest issues:");
        foreach (TopIssue issue in report.TopIssues.OrderByDescending(issue => issue.Count).Take(3))
        {
            Console.WriteLine($"    {issue.Count,3} x {issue.Issue}");
        }

        var table = new PageTable();
        await foreach (ScannedPage page in report.Pages.WithCancellation(cancellationToken))
        {
            table.Add(page);
        }

        table.Print();
    }

    private static async Task AuditInDepthAsync(Stage stage, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"MetricSpot, {stage.Start} in depth");

        // MetricSpot audits a page once in 24 hours; within them its last audit serves.
        var options = new BulkAuditOptions { Service = AuditService.MetricSpot, Cooldown = CooldownHandling.UseLatest };
        PageAuditOutcome outcome = await stage.Client.AuditPagesAsync([stage.Start], options, cancellationToken).SingleAsync(cancellationToken);
        if (!outcome.IsSuccess)
        {
            throw outcome.Error;
        }

        var audit = (MetricSpotAudit)outcome.Audit.Source!;
        Console.WriteLine($"  score {audit.Score:0}, {audit.Findings.Count(finding => finding.Passed)} of {audit.Findings.Count} rules passed");
        foreach ((string module, double score) in audit.ModuleScores.OrderBy(module => module.Value))
        {
            Console.WriteLine($"    {score,3:0}  {module}");
        }

        PdfOperation pdf = await stage.Client.MetricSpot.QueuePdfAsync(audit.Id, cancellationToken: cancellationToken);
        await using Stream content = await pdf.WaitForCompletionAsync(cancellationToken: cancellationToken);
        await using FileStream file = File.Create(PdfFile);
        await content.CopyToAsync(file, cancellationToken);
        Console.WriteLine($"  saved {PdfFile}, {file.Length:N0} bytes");
    }
}
