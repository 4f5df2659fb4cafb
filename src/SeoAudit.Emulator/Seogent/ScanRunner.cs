using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Hosting;

namespace SeoAudit.Emulator.Seogent;

/// <summary>Carries out scans: finds the pages, fetches them, then scores them, in the pace that the options ask for.</summary>
internal sealed class ScanRunner(
    SeogentEmulatorOptions options,
    IPageAnalyzer analyzer,
    ISiteCrawler crawler,
    Func<Uri, bool> mayFetch,
    WebhookSender webhooks,
    EmulatorLedger ledger,
    TimeProvider timeProvider)
{
    public async Task RunAsync(Scan scan, CancellationToken stopping)
    {
        try
        {
            ScanPhase end = await ScanAsync(scan).ConfigureAwait(false);
            if (scan.TryEnd(end, timeProvider.GetUtcNow(), ledger) && end == ScanPhase.Completed)
                await webhooks.SendAsync(scan, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (scan.Cancelled.IsCancellationRequested)
        {
            // Cancelled through the API, which has ended it already, or stopped with the emulator, when nobody can ask any more.
        }
#pragma warning disable CA1031 // A page that no one has thought of must fail its own scan, not hang it.
        catch (Exception)
#pragma warning restore CA1031
        {
            scan.TryEnd(ScanPhase.Failed, timeProvider.GetUtcNow(), ledger);
        }
    }

    private async Task<ScanPhase> ScanAsync(Scan scan)
    {
        CancellationToken cancelled = scan.Cancelled;
        var pacer = new Pacer(timeProvider, scan.CreatedAt);
        IReadOnlyList<Uri> urls = await DiscoverAsync(scan, cancelled).ConfigureAwait(false);
        await pacer.StepAsync(options.PendingDuration, cancelled).ConfigureAwait(false);

        scan.Update(state => state with { Phase = ScanPhase.Crawling, StartedAt = timeProvider.GetUtcNow() });
        var fetched = new List<PageAnalysis>(urls.Count);
        foreach (Uri url in urls)
        {
            await pacer.StepAsync(options.CrawlPerPage, cancelled).ConfigureAwait(false);
            if (await FetchAsync(url, cancelled).ConfigureAwait(false) is { } analysis)
                fetched.Add(analysis);
            scan.Update(state => state with { UrlsCrawled = state.UrlsCrawled + 1 });
        }

        if (fetched.Count == 0)
            return ScanPhase.Failed;

        scan.Update(state => state with { Phase = ScanPhase.Analyzing, CrawlingCompletedAt = timeProvider.GetUtcNow() });
        var links = new LinkChecker(analyzer, mayFetch);
        for (int ordinal = 0; ordinal < fetched.Count; ordinal++)
        {
            await pacer.StepAsync(options.AnalyzePerPage, cancelled).ConfigureAwait(false);
            PageAnalysis analysis = fetched[ordinal];
            CheckResult? broken = scan.Request.LinkCheck
                ? await links.CheckAsync(analysis, cancelled).ConfigureAwait(false)
                : null;
            ScannedPage page = ScannedPage.From(ordinal, analysis, broken, scan.Request, timeProvider.GetUtcNow());
            scan.Update(state => state with { Pages = state.Pages.Add(page) });
        }

        return ScanPhase.Completed;
    }

    private async Task<IReadOnlyList<Uri>> DiscoverAsync(Scan scan, CancellationToken cancellationToken)
    {
        Uri site = scan.Request.Site ?? new Uri(scan.Request.Urls[0].GetLeftPart(UriPartial.Authority) + "/");
        IReadOnlyList<CheckResult> checks = await crawler.CheckSiteAsync(site, cancellationToken).ConfigureAwait(false);
        scan.Update(state => state with { SiteChecks = [.. checks.Select(check => ScannedPage.WireCheck(check, weight: null))] });
        if (scan.Request.Site is null)
        {
            IReadOnlyList<Uri> given = [.. scan.Request.Urls.Distinct()];
            scan.Update(state => state with { TotalUrls = given.Count });
            return given;
        }

        var found = new List<Uri>();
        await foreach (Uri url in crawler.DiscoverAsync(site, scan.Request.PageLimit, cancellationToken).ConfigureAwait(false))
        {
            found.Add(url);
            scan.Update(state => state with { TotalUrls = state.TotalUrls + 1 });
            if (found.Count == scan.Request.PageLimit)
                break;
        }

        return found;
    }

    private async Task<PageAnalysis?> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await analyzer.AnalyzeAsync(url, cancellationToken).ConfigureAwait(false);
        }
        catch (PageFetchException)
        {
            // What a page that cannot be fetched looks like in results is not documented: it is left out and not charged.
            return null;
        }
    }
}
