using System.Globalization;
using System.Text;
using System.Xml;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Gathers one entry of an XML sitemap or feed, element by element; the same object for each, one after the other.</summary>
internal sealed class XmlEntry(XmlReader reader, SitemapOrigin origin, int skippedLines)
{
    // As in a text sitemap. Whatever a hostile one has where a text belongs, no more of it is held.
    private const int MaxText = 16 * 1024;

    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[1024];
    private readonly IXmlLineInfo _place = (IXmlLineInfo)reader;
    private List<SitemapAlternate>? _alternates;
    private XmlField _field;
    private bool _isTooLong;
    private bool _isUnusable;
    private string? _written;
    private int _line;
    private int _position;

    /// <summary>The address; null where there is none that can be used, which has been reported.</summary>
    public Uri? Location { get; private set; }

    public SitemapDate? Modified { get; private set; }

    public ChangeFrequency? Frequency { get; private set; }

    public double? Priority { get; private set; }

    public IReadOnlyList<SitemapAlternate> Alternates => _alternates is null ? [] : _alternates;

    /// <summary>Whether the text where the reader stands belongs to the entry.</summary>
    public bool WantsText => _field != XmlField.None;

    /// <summary>Begins the entry on whose tag the reader stands.</summary>
    public void Begin()
    {
        Modified = null;
        Frequency = null;
        Priority = null;
        _alternates = null;
        _written = null;
        _isUnusable = false;
        _line = _place.LineNumber + skippedLines;
        _position = _place.LinePosition;
    }

    /// <summary>Opens the element of the entry on whose tag the reader stands.</summary>
    public void Open(bool inFeed, bool isEmpty)
    {
        string name = reader.LocalName;
        XmlField field = inFeed ? FeedField(name) : Field(name);
        if (name == "link" && (!inFeed || _written is null))
        {
            Link(inFeed);
        }

        _field = isEmpty ? XmlField.None : field;
    }

    /// <summary>Adds the text where the reader stands to the element; comments and CDATA sections make it come in pieces.</summary>
    public async ValueTask AddAsync()
    {
        int read;
        while (!_isTooLong && (read = await reader.ReadValueChunkAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false)) > 0)
        {
            int room = MaxText - _text.Length;
            _isTooLong = read > room;
            _text.Append(_buffer, 0, Math.Min(read, room));
        }
    }

    /// <summary>Closes the element.</summary>
    public void Close()
    {
        if (_field != XmlField.None)
        {
            string text = _text.ToString().Trim();
            if (_isTooLong && _field == XmlField.Location)
            {
                _written ??= text;
                _isUnusable = true;
            }
            else if (_isTooLong)
            {
                Fault($"The text is longer than {MaxText} characters.", text);
            }
            else if (text.Length > 0)
            {
                Take(text);
            }

            _text.Clear();
            _isTooLong = false;
        }

        _field = XmlField.None;
    }

    /// <summary>Ends the entry.</summary>
    public void End()
    {
        Location = _written is null || _isUnusable ? null : origin.Resolve(_written);
        if (Location is null)
        {
            origin.Report(
                SitemapFaultKind.Entry,
                _written is null ? "The entry has no address."
                : _isUnusable ? $"The entry's address is longer than {MaxText} characters."
                : "The entry's address is not an absolute http(s) URL, nor can be made one.",
                _written,
                _line,
                _position);
        }
    }

    private static XmlField Field(string name) => name switch
    {
        "loc" => XmlField.Location,
        "lastmod" => XmlField.Modified,
        "changefreq" => XmlField.Frequency,
        "priority" => XmlField.Priority,
        _ => XmlField.None,
    };

    private static XmlField FeedField(string name) => name switch
    {
        "link" => XmlField.Location,
        "pubDate" or "updated" => XmlField.Modified,
        "published" or "date" => XmlField.Published,
        _ => XmlField.None,
    };

    private void Take(string text)
    {
        switch (_field)
        {
            case XmlField.Location:
                _written ??= text;
                break;
            case XmlField.Modified:
            case XmlField.Published when Modified is null:
                Date(text);
                break;
            case XmlField.Frequency:
                Frequency = new ChangeFrequency(text);
                break;
            case XmlField.Priority:
                Weigh(text);
                break;
        }
    }

    private void Date(string text)
    {
        if ((Modified = SitemapDate.Parse(text)) is null)
        {
            Fault("The date cannot be read.", text);
        }
    }

    private void Weigh(string text)
    {
        if (text is ['0', '.', >= '0' and <= '9' and var tenths])
        {
            // Nearly all are written so, and need no parser.
            Priority = (tenths - '0') / 10.0;
        }
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double priority) && priority is >= 0 and <= 1)
        {
            Priority = priority;
        }
        else
        {
            Fault("The priority is not a number from 0 to 1.", text);
        }
    }

    // Atom has the address in an attribute, and links of other kinds beside it; a urlset has the page in other languages there.
    private void Link(bool inFeed)
    {
        if (reader.GetAttribute("rel") is not (null or "alternate"))
        {
            return;
        }

        string? href = reader.GetAttribute("href")?.Trim();
        if (inFeed)
        {
            _written = href is { Length: > 0 } ? href : null;
        }
        else if (href is { Length: > 0 } && origin.Resolve(href) is { } location)
        {
            (_alternates ??= []).Add(new SitemapAlternate(reader.GetAttribute("hreflang")?.Trim() ?? string.Empty, location));
        }
        else
        {
            Fault("The alternate's address is not an absolute http(s) URL, nor can be made one.", href);
        }
    }

    private void Fault(string reason, string? text) =>
        origin.Report(SitemapFaultKind.Value, reason, text, _place.LineNumber + skippedLines, _place.LinePosition);
}
