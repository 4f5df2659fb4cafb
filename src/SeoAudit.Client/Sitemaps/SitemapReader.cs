using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using SeoAudit.Client.Http;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Reads a <c>urlset</c> as it arrives, without DTDs and without anything that it refers to.</summary>
internal sealed class SitemapReader(IPublicDownloader downloader)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public IAsyncEnumerable<SitemapEntry> ReadAsync(Uri sitemap, CancellationToken cancellationToken)
    {
        Require.HttpUrl(sitemap);
        return EntriesAsync(sitemap, cancellationToken);
    }

    private async IAsyncEnumerable<SitemapEntry> EntriesAsync(
        Uri sitemap, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stream stream = await downloader.DownloadAsync(sitemap, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var bound = new CancellableStream(stream, cancellationToken);
            using var reader = XmlReader.Create(bound, Settings);
            while (await NextAsync(reader, sitemap, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                yield return entry;
            }
        }
    }

    private static async Task<SitemapEntry?> NextAsync(XmlReader reader, Uri sitemap, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (reader is { NodeType: XmlNodeType.Element, Depth: 0 } && reader.LocalName != "urlset")
                {
                    throw new SeoAuditResponseException($"{sitemap} is not a sitemap of pages: its root is '{reader.LocalName}', not 'urlset'.");
                }

                if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "url" }
                    && await EntryAsync(reader, sitemap).ConfigureAwait(false) is { } entry)
                {
                    return entry;
                }
            }

            return null;
        }
        catch (XmlException exception)
        {
            throw new SeoAuditResponseException(
                $"{sitemap} is not a readable sitemap: line {exception.LineNumber}, column {exception.LinePosition}.", exception);
        }
    }

    // An entry whose address cannot be read is left out; the rest of the sitemap is still worth having.
    private static async Task<SitemapEntry?> EntryAsync(XmlReader reader, Uri sitemap)
    {
        string? location = null;
        string? modified = null;
        using XmlReader url = reader.ReadSubtree();
        await url.ReadAsync().ConfigureAwait(false);
        while (await url.ReadAsync().ConfigureAwait(false))
        {
            if (url.NodeType != XmlNodeType.Element || url.Depth != 1)
            {
                continue;
            }

            switch (url.LocalName)
            {
                case "loc" when location is null:
                    location = await TextAsync(url).ConfigureAwait(false);
                    break;
                case "lastmod":
                    modified = await TextAsync(url).ConfigureAwait(false);
                    break;
            }
        }

        return Uri.TryCreate(sitemap, location?.Trim(), out Uri? address) && !string.IsNullOrWhiteSpace(location)
            ? new SitemapEntry(address) { LastModified = Moment(modified) }
            : null;
    }

    private static async Task<string> TextAsync(XmlReader reader)
    {
        using XmlReader element = reader.ReadSubtree();
        await element.ReadAsync().ConfigureAwait(false);
        return await element.ReadElementContentAsStringAsync().ConfigureAwait(false);
    }

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;
}
