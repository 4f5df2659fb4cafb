using System.Runtime.CompilerServices;
using SeoAudit.Client.Http;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Reads sitemaps, and those that they name, from addresses and streams.</summary>
internal sealed class SitemapReader(IPublicDownloader downloader)
{
    public IAsyncEnumerable<SitemapEntry> ReadAsync(Uri sitemap, SitemapOptions? options, CancellationToken cancellationToken)
    {
        Require.HttpUrl(sitemap);
        SitemapOptions good = SitemapRules.ForAddress(options);
        return ReadAsync(stop => SitemapDiscovery.FindAsync(downloader, sitemap, good, stop), good, cancellationToken);
    }

    public IAsyncEnumerable<SitemapEntry> ReadAsync(Stream content, SitemapOptions? options, CancellationToken cancellationToken)
    {
        SitemapOptions good = SitemapRules.ForStream(content, options);
        IReadOnlyList<SitemapSource> source = [new SitemapSource(good.BaseAddress, Depth: 0, new CallerStream(content))];
        return ReadAsync(_ => ValueTask.FromResult(source), good, cancellationToken);
    }

    private async IAsyncEnumerable<SitemapEntry> ReadAsync(
        Func<CancellationToken, ValueTask<IReadOnlyList<SitemapSource>>> find,
        SitemapOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var filter = new SitemapFilter(options);
        var queue = new SitemapQueue(options, filter);
        long entries = 0;
        queue.Start(await find(cancellationToken).ConfigureAwait(false));
        while (queue.TryTake(out SitemapSource source))
        {
            SitemapDocument? document;
            try
            {
                document = await OpenAsync(source, queue, options, cancellationToken).ConfigureAwait(false);
            }
            catch (SeoAuditException exception)
            {
                queue.Fail(source, exception);
                continue;
            }

            if (document is null)
            {
                continue;
            }

            await using (document.ConfigureAwait(false))
            {
                while (true)
                {
                    // Entries that are at hand need no read, and so nothing else that would look.
                    cancellationToken.ThrowIfCancellationRequested();
                    try
                    {
                        if (!await document.ReadAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (SeoAuditException exception)
                    {
                        queue.Fail(source, exception);
                        break;
                    }

                    entries++;
                    if (filter.Accepts(document.Current.Location, document.Latest))
                    {
                        yield return document.Current;
                    }
                }
            }

            queue.Follow(source, document.Children);
        }

        queue.ThrowIfAnyFailed(entries);
    }

    // Null where what is found has been read already, or will be.
    private async ValueTask<SitemapDocument?> OpenAsync(
        SitemapSource source, SitemapQueue queue, SitemapOptions options, CancellationToken cancellationToken)
    {
        if (source.Content is { } content)
        {
            return await SitemapDocument.OpenAsync(content, new SitemapOrigin(source.Address, options), options, cancellationToken).ConfigureAwait(false);
        }

        Download download = await downloader.GetSitemapAsync(source.Address!, cancellationToken).ConfigureAwait(false);
        if (queue.IsNew(source, download.Address))
        {
            return await SitemapDocument.OpenAsync(download.Content, new SitemapOrigin(download.Address, options), options, cancellationToken).ConfigureAwait(false);
        }

        await download.Content.DisposeAsync().ConfigureAwait(false);
        return null;
    }
}
