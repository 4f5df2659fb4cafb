using System.Text;
using SeoAudit.Client;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Tests.Shared;

/// <summary>Every endpoint once, against an emulator, with its answer checked.</summary>
internal static class RoundTrips
{
    public static async Task RunAsync(ISeoAuditClient client, Uri page, CancellationToken cancellationToken)
    {
        await SeoPeekAsync(client, page, cancellationToken);
        await SeogentAsync(client.Seogent, page, cancellationToken);
        await BulkAsync(client, page, cancellationToken);
        await MetricSpotAsync(client.MetricSpot, page, cancellationToken);
    }

    private static async Task SeoPeekAsync(ISeoAuditClient client, Uri page, CancellationToken cancellationToken)
    {
        SeoPeekAudit audit = await client.SeoPeek.AuditAsync(page, cancellationToken);
        Check(audit is { Score: > 0 and <= 100, Checks.Count: >= 20 } && audit.Meta.Title is not null, "SEOPeek audits a page");
        Check((await client.SeoPeek.GetHealthAsync(cancellationToken)).Status == "ok", "SEOPeek is well");
        SeoPeekApiKey key = await client.SeoPeek.CreateKeyAsync("someone@example.com", cancellationToken);
        Check(key.ApiKey.StartsWith("seo_", StringComparison.Ordinal), "SEOPeek creates a key");
        Check(!key.ToString().Contains(key.ApiKey, StringComparison.Ordinal), "a key is not printed");

        var outcomes = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in client.AuditPagesAsync(
            [page, new Uri("relative", UriKind.Relative), page], cancellationToken: cancellationToken))
        {
            outcomes.Add(outcome);
        }

        Check(outcomes.Count == 2 && outcomes.Count(outcome => outcome.IsSuccess) == 1, "each distinct URL has its outcome");
    }

    private static async Task SeogentAsync(ISeogentClient seogent, Uri page, CancellationToken cancellationToken)
    {
        ScanOperation scan = await seogent.StartScanAsync(
            ScanRequest.ForUrls(page) with { AccessibilityScan = true, PerformanceScan = true, LinkCheck = true }, cancellationToken);
        ScanReport report = await scan.WaitForCompletionAsync(cancellationToken: cancellationToken);
        var pages = new List<ScannedPage>();
        await foreach (ScannedPage scanned in report.Pages.WithCancellation(cancellationToken))
        {
            pages.Add(scanned);
        }

        Check(pages is [{ AllChecks.Count: >= 20, Accessibility: not null }], "SEOgent scans a page");
        Check(report.SiteChecks is { Checks.Count: > 0 }, "SEOgent checks the site");
        Check((await seogent.GetScanStateAsync(scan.Id, cancellationToken)).Status == ScanStatus.Completed, "SEOgent tells a scan's state");
        ScanReport again = await seogent.GetScan(scan.Id).WaitForCompletionAsync(cancellationToken: cancellationToken);
        Check(again.AverageScore == report.AverageScore, "a scan is taken up again from its id");
        Check(await AnyAsync(seogent.ListScansAsync(cancellationToken: cancellationToken), item => item.ScanId == scan.Id, cancellationToken), "SEOgent lists scans");
        Check((await seogent.ListDomainsAsync(cancellationToken)).Data.Count > 0, "SEOgent lists domains");
        Check((await seogent.GetCreditsAsync(cancellationToken)).Balance > 0, "SEOgent tells the credits");
        await ThrowsAsync<SeoAuditConflictException>(() => scan.CancelAsync(cancellationToken), "a finished scan cannot be cancelled");
        await ThrowsAsync<SeoAuditNotFoundException>(
            () => seogent.GetScanStateAsync("00000000-0000-0000-0000-000000000000", cancellationToken), "an unknown scan is not found");
    }

    private static async Task BulkAsync(ISeoAuditClient client, Uri page, CancellationToken cancellationToken)
    {
        byte[] sitemap = Encoding.UTF8.GetBytes($"<urlset><url><loc>{page.AbsoluteUri}</loc></url><url><loc>{page.AbsoluteUri}#twice</loc></url></urlset>");
        foreach (AuditService service in new[] { AuditService.SeoPeek, AuditService.Seogent })
        {
            string journal = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
            var options = new BulkAuditOptions { Service = service, JournalPath = journal };
            try
            {
                BulkAuditReport first = await RunAsync(options);
                BulkAuditReport second = await RunAsync(options);
                Check(first is { Total: 1, Audited: 1, AuditsUsed: 1, FailedChecks.Count: > 0 }, $"a sitemap is audited by {service}");
                Check(second is { Audited: 1, AuditsUsed: 0, Reused: 1 } && second.AverageScore == first.AverageScore, $"a journal spends nothing again at {service}");
            }
            finally
            {
                File.Delete(journal);
            }
        }

        async Task<BulkAuditReport> RunAsync(BulkAuditOptions options)
        {
            using var content = new MemoryStream(sitemap);
            return await client.AuditPagesAsync(client.ReadSitemapAsync(content, cancellationToken: cancellationToken), options, cancellationToken)
                .ToReportAsync(cancellationToken: cancellationToken);
        }
    }

    private static async Task MetricSpotAsync(IMetricSpotClient metricSpot, Uri page, CancellationToken cancellationToken)
    {
        MetricSpotAuditOperation operation = await metricSpot.QueueAuditAsync(page, cancellationToken);
        MetricSpotAudit audit = await operation.WaitForCompletionAsync(cancellationToken: cancellationToken);
        Check(audit is { Score: > 0, Findings.Count: >= 20, ModuleScores.Count: > 5 }, "MetricSpot audits a page");
        var limited = await ThrowsAsync<SeoAuditRateLimitException>(
            () => metricSpot.QueueAuditAsync(page, cancellationToken), "MetricSpot has a cooldown");
        Check(limited.RetryAt is not null, "a cooldown says when it ends");
        Check((await metricSpot.ListAuditsAsync(cancellationToken)).Audits.Any(row => row.Id == audit.Id), "MetricSpot lists audits");

        PdfOperation pdf = await metricSpot.QueuePdfAsync(audit.Id, new PdfRequest { Language = PdfLanguage.German }, cancellationToken);
        await using Stream content = await pdf.WaitForCompletionAsync(cancellationToken: cancellationToken);
        using var file = new MemoryStream();
        await content.CopyToAsync(file, cancellationToken);
        Check(file.ToArray().AsSpan().StartsWith("%PDF-"u8), "MetricSpot makes a PDF");

        OrganicTraffic traffic = await metricSpot.GetOrganicTrafficAsync(audit.Id, cancellationToken);
        Check(Enum.IsDefined(traffic.State), "MetricSpot tells organic traffic");
        AnonymousAudit anonymous = await metricSpot.RunAnonymousAuditAsync(page, cancellationToken);
        Check(anonymous is { Score: > 0, Findings.Count: >= 20 }, "MetricSpot audits without an account");
    }

    private static async Task<bool> AnyAsync<T>(IAsyncEnumerable<T> items, Func<T, bool> predicate, CancellationToken cancellationToken)
    {
        await foreach (T item in items.WithCancellation(cancellationToken))
        {
            if (predicate(item))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<T> ThrowsAsync<T>(Func<Task> action, string what)
        where T : SeoAuditException
    {
        try
        {
            await action();
        }
        catch (T expected)
        {
            Check(true, what);
            return expected;
        }

        throw new InvalidOperationException($"Not so: {what}.");
    }

    public static void Check(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Not so: {what}.");
        }

        Console.WriteLine($"ok: {what}");
    }
}
