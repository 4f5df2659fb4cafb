using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using SeoAudit.Client.Http;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Reads a <c>urlset</c> as it arrives, without DTDs and without anything that it refers to.</summary>
internal sealed class SitemapReader(IPublicDownloader downloader)
{
    private const int EntryDepth = 1;

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
        Download download = await downloader.DownloadAsync(sitemap, cancellationToken).ConfigureAwait(false);
        Stream stream = download.Content;
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

                if (reader is { NodeType: XmlNodeType.Element, Depth: EntryDepth, LocalName: "url" }
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
        bool hasContent = !reader.IsEmptyElement;
        while (hasContent && await reader.ReadAsync().ConfigureAwait(false) && reader.Depth > EntryDepth)
        {
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, Depth: EntryDepth + 1, LocalName: "loc" } when location is null:
                    location = await TextAsync(reader).ConfigureAwait(false);
                    break;
                case { NodeType: XmlNodeType.Element, Depth: EntryDepth + 1, LocalName: "lastmod" }:
                    modified = await TextAsync(reader).ConfigureAwait(false);
                    break;
            }
        }

        return !string.IsNullOrWhiteSpace(location) && Uri.TryCreate(sitemap, location.Trim(), out Uri? address)
            ? new SitemapEntry(address) { LastModified = Moment(modified?.Trim()) }
            : null;
    }

    private static async Task<string> TextAsync(XmlReader reader)
    {
        var text = new StringBuilder();
        int depth = reader.Depth;
        bool hasContent = !reader.IsEmptyElement;
        while (hasContent && await reader.ReadAsync().ConfigureAwait(false) && reader.Depth > depth)
        {
            text.Append(await reader.GetValueAsync().ConfigureAwait(false));
        }

        return text.ToString();
    }

    // The W3C's profile of ISO 8601 allows a year or a month alone.
    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            || (text is { Length: > 4 } && text[4] == '-'
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
            ? moment
            : null;
}
