using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>Follows internal links from a home page, breadth first.</summary>
internal sealed class LinkCrawl(PageFetcher fetcher, RobotsGroup robots)
{
    // Bounds what a site can make the crawl remember and fetch by naming ever new addresses.
    private const int MaxKnown = 100_000;

    private readonly Queue<Uri> _queue = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <summary>
    /// The addresses that hold pages. The home page is among them even when it cannot be fetched, so that its audit says why.
    /// </summary>
    public async IAsyncEnumerable<Uri> RunAsync(Uri home, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Enqueue([home]);
        Uri site = home;
        while (_queue.TryDequeue(out Uri? url))
        {
            (Uri Url, IReadOnlyList<Uri> Links)? page = await TryReadAsync(url, cancellationToken).ConfigureAwait(false);
            if (url == home)
            {
                site = page?.Url ?? home;
                if (page is null)
                    yield return home;
            }

            if (page is not { } found || !SiteScope.IsSame(found.Url, site))
                continue;
            Uri address = SiteScope.WithoutFragment(found.Url);
            _known.Add(address.AbsoluteUri);
            if (!robots.Allows(address) || !_found.Add(address.AbsoluteUri))
                continue;
            yield return address;
            Enqueue(found.Links);
        }
    }

    private void Enqueue(IEnumerable<Uri> urls)
    {
        foreach (Uri url in urls)
        {
            if (_known.Count < MaxKnown && robots.Allows(url) && _known.Add(url.AbsoluteUri))
                _queue.Enqueue(url);
        }
    }

    private async Task<(Uri Url, IReadOnlyList<Uri> Links)?> TryReadAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            FetchedPage fetched = await fetcher.FetchPageAsync(url, cancellationToken).ConfigureAwait(false);
            using IHtmlDocument document = PageParser.Parse(fetched.Html);
            return (fetched.Response.FinalUrl, new AuditedPage(fetched, document).Outgoing.Internal);
        }
        catch (PageFetchException)
        {
            return null;
        }
    }
}
