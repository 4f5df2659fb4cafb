using System.Runtime.CompilerServices;

namespace SeoAudit.Client.Urls;

/// <summary>Other inputs as a stream of URLs.</summary>
internal static class UrlStream
{
#pragma warning disable CS1998 // It has nothing to wait for.
    public static async IAsyncEnumerable<Uri> Of(IEnumerable<Uri> urls)
#pragma warning restore CS1998
    {
        foreach (Uri url in urls)
        {
            yield return url;
        }
    }

    public static async IAsyncEnumerable<Uri> Of(
        IAsyncEnumerable<SitemapEntry> sitemap, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (SitemapEntry entry in sitemap.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return entry.Location;
        }
    }
}
