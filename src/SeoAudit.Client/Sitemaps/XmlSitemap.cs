using System.Xml;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Reads a <c>urlset</c>, an index, or an RSS or Atom feed as it arrives, without DTDs and without anything that it refers to.</summary>
internal sealed class XmlSitemap : SitemapDocument
{
    // Sitemaps need 4, feeds with pages in them some more. The platform's reader remembers every element that is open.
    private const int MaxNesting = 256;

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
    private int _depth;
    private int _entryDepth;
    private bool _isInEntry;

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
                switch (_reader.NodeType)
                {
                    case XmlNodeType.Element when Open(_reader.IsEmptyElement):
                    case XmlNodeType.EndElement when Close():
                        return true;
                    case XmlNodeType.Text or XmlNodeType.CDATA when _entry.WantsText:
                        await _entry.AddAsync().ConfigureAwait(false);
                        break;
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

    // The depth is counted here, because the reader is slower to ask.
    private bool Open(bool isEmpty)
    {
        int depth = _depth;
        _depth += isEmpty ? 0 : 1;
        if (depth == MaxNesting)
        {
            var place = (IXmlLineInfo)_reader;
            throw _origin.Broken($"its elements are nested more than {MaxNesting} deep", cause: null, place.LineNumber + _skippedLines, place.LinePosition);
        }

        if (_isInEntry)
        {
            if (depth == _entryDepth + 1)
            {
                _entry.Open(_format!.IsFeed, isEmpty);
            }

            return false;
        }

        if (_format is null)
        {
            _format = Format(_reader.LocalName);
            _entryDepth = _format.Depth;
            return false;
        }

        if (depth != _entryDepth || _reader.LocalName != _format.Entry)
        {
            return false;
        }

        RequireRoom();
        _entry.Begin();
        _isInEntry = !isEmpty;
        return isEmpty && End(_format);
    }

    private bool Close()
    {
        int depth = --_depth;
        if (!_isInEntry || depth > _entryDepth + 1)
        {
            return false;
        }

        if (depth > _entryDepth)
        {
            _entry.Close();
            return false;
        }

        _isInEntry = false;
        return End(_format!);
    }

    // Whether there is an entry to hand out.
    private bool End(SitemapFormat format)
    {
        _entry.End();
        _origin.Entries++;
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
