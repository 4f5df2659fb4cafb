using System.Text;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Reads a sitemap of one address a line, as it arrives.</summary>
internal sealed class TextSitemap(PeekStream content, BoundedStream unpacked, SitemapHead head, SitemapOrigin origin, SitemapOptions options)
    : SitemapDocument
{
    private const int MaxLine = 16 * 1024;

    // Ten lines without an address are not a sitemap with faults, but something else.
    private const int Patience = 10;

    private readonly StreamReader _reader = new(content, head.TextEncoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    private readonly StringBuilder _line = new();
    private readonly char[] _buffer = new char[4096];
    private int _start;
    private int _end;
    private int _breaks = head.SkippedLines;
    private int _number;
    private bool _isTooLong;
    private bool _hasFound;

    public override async ValueTask<bool> ReadAsync()
    {
        while (await NextLineAsync().ConfigureAwait(false) is { } line)
        {
            line = line.Trim();
            if (line.Length == 0)
            {
                continue;
            }

            Count();
            if (!_isTooLong && SitemapOrigin.IsAbsolute(line) && origin.Resolve(line) is { } location)
            {
                _hasFound = true;
                Current = new SitemapEntry(location) { Sitemap = origin.Address };
                return true;
            }

            Fault(line);
        }

        // XML shows by itself where it is cut off; text does not.
        if (unpacked.IsCutOff)
        {
            throw origin.Broken("its gzip compression is cut off");
        }

        return !_hasFound ? throw NotASitemap() : false;
    }

    public override ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return content.DisposeAsync();
    }

    private void Count()
    {
        if (origin.Entries == options.MaxUrlsPerSitemap)
        {
            throw origin.Broken(
                $"it has more than the {options.MaxUrlsPerSitemap} entries that {nameof(SitemapOptions.MaxUrlsPerSitemap)} allows",
                cause: null,
                _number,
                position: 1);
        }

        origin.Entries++;
    }

    private void Fault(string line)
    {
        if (!_hasFound && origin.Entries == Patience)
        {
            throw NotASitemap();
        }

        origin.Report(
            SitemapFaultKind.Entry,
            _isTooLong ? $"The line is longer than {MaxLine} characters." : "The line is not an absolute http(s) URL.",
            line,
            _number,
            position: 1);
    }

    private SeoAuditSitemapException NotASitemap() => origin.Broken("it is neither XML nor a list of addresses");

    // A line of any length, of which no more than its limit is kept; null at the end.
    private async ValueTask<string?> NextLineAsync()
    {
        _isTooLong = false;
        _number = _breaks + 1;
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _reader.ReadAsync(_buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false);
                if (_end == 0)
                {
                    return _line.Length == 0 ? null : Take([]);
                }
            }

            int length = _buffer.AsSpan(_start, _end - _start).IndexOfAny('\n', '\r');
            int from = _start;
            if (length >= 0)
            {
                _start += length + 1;
                _breaks += _buffer[_start - 1] == '\n' ? 1 : 0;
                return Take(_buffer.AsSpan(from, length));
            }

            Keep(_buffer.AsSpan(from, _end - from));
            _start = _end;
        }
    }

    private string Take(ReadOnlySpan<char> rest)
    {
        if (_line.Length == 0 && rest.Length <= MaxLine)
        {
            return rest.ToString();
        }

        Keep(rest);
        var line = _line.ToString();
        _line.Clear();
        return line;
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        int room = MaxLine - _line.Length;
        _isTooLong |= part.Length > room;
        _line.Append(part[..Math.Min(part.Length, room)]);
    }
}
