using SeoAudit.Emulator.Auditing.Accessibility;
using SeoAudit.Emulator.Auditing.Checks;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Auditing;

/// <summary>Fetches pages and audits their HTML. The fetcher stays its owner's to dispose.</summary>
internal sealed class PageAnalyzer(PageFetcher fetcher) : IPageAnalyzer
{
    public async Task<PageAnalysis> AnalyzeAsync(Uri url, CancellationToken cancellationToken)
    {
        FetchedPage page = await fetcher.FetchPageAsync(url, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return Audit(page);
    }

    public async Task<int?> ProbeAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await fetcher.FetchStatusAsync(url, cancellationToken).ConfigureAwait(false);
        }
        catch (PageFetchException)
        {
            return null;
        }
    }

    /// <summary>Audits a page that is already here.</summary>
    /// <exception cref="PageFetchException">It is nothing that can be taken for a page.</exception>
    internal static PageAnalysis Audit(FetchedPage fetched)
    {
        using var document = PageParser.Parse(fetched.Html);
        var page = new AuditedPage(fetched, document);
        CheckResult[] checks = [.. PageChecks.Run(page)];
        return new PageAnalysis
        {
            RequestedUrl = fetched.Response.RequestedUrl,
            FinalUrl = page.Url,
            StatusCode = fetched.Response.StatusCode,
            Score = PageScore.Of(checks),
            Checks = checks,
            Metadata = page.Metadata,
            TimeToFirstByte = fetched.Response.TimeToFirstByte,
            LoadTime = fetched.Response.LoadTime,
            AccessibilityViolations = [.. AccessibilityRules.Run(document)],
            InternalLinks = page.Outgoing.Internal,
            ExternalLinks = page.Outgoing.External,
            Images = page.Outgoing.Images,
        };
    }
}
