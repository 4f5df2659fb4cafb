using System.Globalization;
using System.Text;
using System.Xml;

namespace SeoAudit.Client.Sitemaps;

/// <summary>One entry of an XML sitemap or feed; the same object for each, one after the other.</summary>
internal sealed class XmlEntry(XmlReader reader, SitemapOrigin origin, int skippedLines)
{
    private readonly StringBuilder _pieces = new();
    private List<SitemapAlternate>? _alternates;

    /// <summary>The address; null where there is none that can be used, which has been reported.</summary>
    public Uri? Location { get; private set; }

    public SitemapDate? Modified { get; private set; }

    public ChangeFrequency? Frequency { get; private set; }

    public double? Priority { get; private set; }

    public IReadOnlyList<SitemapAlternate> Alternates => _alternates is null ? [] : _alternates;

    /// <summary>Reads the entry on whose first tag the reader stands, to its last.</summary>
    public async ValueTask ReadAsync(SitemapFormat format)
    {
        Modified = null;
        Frequency = null;
        Priority = null;
        _alternates = null;
        (int line, int position) = Place();
        string? location = null;
        int depth = format.Depth;
        bool hasContent = !reader.IsEmptyElement;
        while (hasContent && await reader.ReadAsync().ConfigureAwait(false) && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "loc" when location is null && !format.IsFeed:
                    location = await TextAsync().ConfigureAwait(false);
                    break;
                case "lastmod" when !format.IsFeed:
                case "pubDate" or "updated" when format.IsFeed:
                    Date(await TextAsync().ConfigureAwait(false));
                    break;
                case "published" or "date" when format.IsFeed && Modified is null:
                    Date(await TextAsync().ConfigureAwait(false));
                    break;
                case "changefreq" when !format.IsFeed:
                    Change(await TextAsync().ConfigureAwait(false));
                    break;
                case "priority" when !format.IsFeed:
                    Weigh(await TextAsync().ConfigureAwait(false));
                    break;
                case "link" when format.IsFeed:
                    location ??= Link() ?? await TextAsync().ConfigureAwait(false);
                    break;
                case "link":
                    Alternate();
                    break;
            }
        }

        Location = location is null ? null : origin.Resolve(location);
        if (Location is null)
        {
            origin.Report(
                SitemapFaultKind.Entry,
                location is null ? "The entry has no address." : "The entry's address is not an absolute http(s) URL, nor can be made one.",
                location,
                line,
                position);
        }
    }

    private (int Line, int Position) Place() =>
        reader is IXmlLineInfo place ? (place.LineNumber + skippedLines, place.LinePosition) : (0, 0);

    // The text of an element, trimmed, in as many pieces as comments and CDATA sections make of it; null for none.
    private async ValueTask<string?> TextAsync()
    {
        if (reader.IsEmptyElement)
        {
            return null;
        }

        string? text = null;
        int depth = reader.Depth;
        while (await reader.ReadAsync().ConfigureAwait(false) && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                continue;
            }

            string piece = await reader.GetValueAsync().ConfigureAwait(false);
            if (text is null)
            {
                text = piece;
            }
            else
            {
                _pieces.Append(_pieces.Length == 0 ? text : null).Append(piece);
            }
        }

        if (_pieces.Length > 0)
        {
            text = _pieces.ToString();
            _pieces.Clear();
        }

        text = text?.Trim();
        return text is { Length: > 0 } ? text : null;
    }

    private void Date(string? text)
    {
        if (text is not null && (Modified = SitemapDate.Parse(text)) is null)
        {
            Fault("The date cannot be read.", text);
        }
    }

    private void Change(string? text) => Frequency = text is null ? null : new ChangeFrequency(text);

    private void Weigh(string? text)
    {
        if (text is null)
        {
            return;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double priority) && priority is >= 0 and <= 1)
        {
            Priority = priority;
        }
        else
        {
            Fault("The priority is not a number from 0 to 1.", text);
        }
    }

    // Atom has the address in an attribute, and links of other kinds beside it.
    private string? Link() => reader.GetAttribute("rel") is null or "alternate" && reader.GetAttribute("href")?.Trim() is { Length: > 0 } href
        ? href
        : null;

    private void Alternate()
    {
        if (reader.GetAttribute("rel") is not (null or "alternate"))
        {
            return;
        }

        string? href = reader.GetAttribute("href")?.Trim();
        if (href is { Length: > 0 } && origin.Resolve(href) is { } location)
        {
            (_alternates ??= []).Add(new SitemapAlternate(reader.GetAttribute("hreflang")?.Trim() ?? string.Empty, location));
        }
        else
        {
            Fault("The alternate's address is not an absolute http(s) URL, nor can be made one.", href);
        }
    }

    private void Fault(string reason, string? text)
    {
        (int line, int position) = Place();
        origin.Report(SitemapFaultKind.Value, reason, text, line, position);
    }
}
