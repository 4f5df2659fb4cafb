using System.Runtime.CompilerServices;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>Fetches sitemaps and the sitemaps they name, within bounds.</summary>
internal sealed class SitemapReader(PageFetcher fetcher)
{
    private const int MaxDepth = 3;
    private const int MaxFiles = 200;

    /// <summary>The pages that the sitemaps list, as they are found; a sitemap that cannot be read lists none.</summary>
    public async IAsyncEnumerable<Uri> ReadPagesAsync(
        IEnumerable<Uri> sitemaps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = new Queue<(Uri Address, int Depth)>(sitemaps.Select(address => (address, 1)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < MaxFiles && queue.TryDequeue(out (Uri Address, int Depth) next))
        {
            if (!seen.Add(next.Address.AbsoluteUri))
                continue;
            if (await ReadAsync(next.Address, cancellationToken).ConfigureAwait(false) is not { } sitemap)
                continue;
            foreach (Uri page in sitemap.Pages)
                yield return page;
            if (next.Depth == MaxDepth)
                continue;
            foreach (Uri nested in sitemap.Sitemaps.Take(MaxFiles))
                queue.Enqueue((nested, next.Depth + 1));
        }
    }

    /// <summary>One sitemap; null when it cannot be fetched or is none.</summary>
    public async Task<SitemapDocument?> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            FetchedResource answer = await fetcher
                .FetchResourceAsync(address, SitemapParser.MaxBytes, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess ? SitemapParser.Parse(answer.Body, answer.FinalUrl) : null;
        }
        catch (PageFetchException)
        {
            return null;
        }
    }
}
