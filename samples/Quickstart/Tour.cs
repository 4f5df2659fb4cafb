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
    public static async Task<bool> RunAsync(Stage stage, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Site:     {stage.Start}");
        if (!await AuditPagesAsync(stage, cancellationToken))
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

    private static async Task<bool> AuditPagesAsync(Stage stage, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine("SEOPeek, page by page");
        IAsyncEnumerable<PageAuditOutcome> outcomes = stage.Sitemap is { } sitemap
            ? stage.Client.AuditPagesAsync(stage.Client.ReadSitemapAsync(sitemap, cancellationToken), cancellationToken: cancellationToken)
            : stage.Client.AuditPagesAsync([stage.Start], cancellationToken: cancellationToken);
        var table = new PageTable();
        try
        {
            await foreach (PageAuditOutcome outcome in outcomes)
            {
                table.Add(outcome);
            }
        }
        catch (SeoAuditException exception) when (stage.Sitemap is not null)
        {
            // A page that fails is an outcome, so this was the sitemap.
            Console.Error.WriteLine($"  The sitemap cannot be read: {exception.Message}");
        }

        if (!table.IsEmpty)
        {
            table.Print();
        }

        return table.HasScores;
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

        ScanReport report = await scan.WaitForCompletionAsync(
            new WaitOptions { Progress = new ScanProgressLine() }, cancellationToken);
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
        MetricSpotAuditOperation operation = await stage.Client.MetricSpot.QueueAuditAsync(stage.Start, cancellationToken);
        MetricSpotAudit audit = await operation.WaitForCompletionAsync(cancellationToken: cancellationToken);
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
