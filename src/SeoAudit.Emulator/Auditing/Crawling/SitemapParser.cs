using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>Reads sitemaps and sitemap indexes, plain or gzipped, without DTDs.</summary>
internal static class SitemapParser
{
    // The sitemap protocol's own limits for one file.
    public const int MaxBytes = 50 * 1024 * 1024;
    public const int MaxEntries = 50_000;

    /// <summary>Reads what can be read; null when nothing of it is a sitemap.</summary>
    public static SitemapDocument? Parse(ReadOnlyMemory<byte> content, Uri address)
    {
        var pages = new List<Uri>();
        var sitemaps = new List<Uri>();
        try
        {
            using Stream stream = Open(content);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxBytes,
                IgnoreComments = true,
            });
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName is not ("urlset" or "sitemapindex"))
                return null;
            Collect(reader, address, reader.LocalName is "urlset" ? pages : sitemaps);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            // A truncated file still names the pages before the break.
            if (pages.Count + sitemaps.Count == 0)
                return null;
        }

        return new SitemapDocument(pages, sitemaps);
    }

    private static Stream Open(ReadOnlyMemory<byte> content)
    {
        var stream = new MemoryStream(content.ToArray(), writable: false);
        return content.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static void Collect(XmlReader reader, Uri address, List<Uri> found)
    {
        // Extensions have loc elements of their own (image:loc); only direct children of an entry count.
        const int depthOfLoc = 2;
        while (found.Count < MaxEntries && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depthOfLoc || reader.LocalName is not "loc")
                continue;
            string? text = ReadText(reader);
            if (Uri.TryCreate(address, text, out Uri? url) && SiteScope.IsWeb(url))
                found.Add(SiteScope.WithoutFragment(url));
        }
    }

    private static string? ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return null;
        var text = new StringBuilder();
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                text.Append(reader.Value);
        }

        return text.ToString().Trim();
    }
}
