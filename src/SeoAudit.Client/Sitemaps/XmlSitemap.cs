using System.Xml;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Reads a <c>urlset</c>, an index, or an RSS or Atom feed as it arrives, without DTDs and without anything that it refers to.</summary>
internal sealed class XmlSitemap : SitemapDocument
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

    private readonly PeekStream _content;
    private readonly XmlReader _reader;
    private readonly SitemapOrigin _origin;
    private readonly SitemapOptions _options;
    private readonly XmlEntry _entry;
    private readonly int _skippedLines;
    private SitemapFormat? _format;

    public XmlSitemap(PeekStream content, SitemapHead head, SitemapOrigin origin, SitemapOptions options)
    {
        _content = content;
        _origin = origin;
        _options = options;
        _skippedLines = head.SkippedLines;
        _reader = head.Encoding is { } encoding
            ? XmlReader.Create(new StreamReader(content, encoding), Settings)
            : XmlReader.Create(content, Settings);
        _entry = new XmlEntry(_reader, origin, _skippedLines);
    }

    public override async ValueTask<bool> ReadAsync()
    {
        try
        {
            while (await _reader.ReadAsync().ConfigureAwait(false))
            {
                if (_reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (_format is null)
                {
                    _format = Format(_reader.LocalName);
                }
                else if (_reader.Depth == _format.Depth && _reader.LocalName == _format.Entry)
                {
                    RequireRoom();
                    await _entry.ReadAsync(_format).ConfigureAwait(false);
                    _origin.Entries++;
                    if (Accept(_format))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
        catch (XmlException exception)
        {
            // The platform's words can quote the document, which is not ours to repeat; the place says enough.
            throw _origin.Broken("it is not well-formed XML, or has a DTD", exception, exception.LineNumber + _skippedLines, exception.LinePosition);
        }
    }

    public override ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return _content.DisposeAsync();
    }

    private bool Accept(SitemapFormat format)
    {
        if (_entry.Location is not { } location)
        {
            return false;
        }

        if (format.IsIndex)
        {
            Children.Add(new SitemapChild(location, _entry.Modified?.Last));
            return false;
        }

        Latest = _entry.Modified?.Last;
        Current = new SitemapEntry(location)
        {
            LastModified = _entry.Modified?.First,
            ChangeFrequency = _entry.Frequency,
            Priority = _entry.Priority,
            Alternates = _entry.Alternates,
            Sitemap = _origin.Address,
        };
        return true;
    }

    private void RequireRoom()
    {
        if (_origin.Entries == _options.MaxUrlsPerSitemap)
        {
            var place = (IXmlLineInfo)_reader;
            throw _origin.Broken(
                $"it has more than the {_options.MaxUrlsPerSitemap} entries that {nameof(SitemapOptions.MaxUrlsPerSitemap)} allows",
                cause: null,
                place.LineNumber + _skippedLines,
                place.LinePosition);
        }
    }

    private SitemapFormat Format(string root)
    {
        SitemapFormat format = SitemapFormat.Of(root) ?? throw _origin.Broken(
            root.Equals("html", StringComparison.OrdinalIgnoreCase)
                ? "it is an HTML page"
                : $"its root is '{root}', not 'urlset', 'sitemapindex', 'rss' or 'feed'");
        return format.IsIndex && _origin.Address is null
            ? throw _origin.Broken($"it is an index, which is followed only with a {nameof(SitemapOptions.BaseAddress)}")
            : format;
    }
}
