using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Sitemaps;

/// <summary>
/// Lets the first bytes be looked at before they are read, and gives every read the caller's token, because
/// <see cref="System.Xml.XmlReader"/> takes none.
/// </summary>
internal sealed class PeekStream(Stream source, CancellationToken cancellationToken) : OwningStream(source)
{
    private const int Capacity = 4096;

    // Room before the first byte, for a byte order mark that is put back.
    private const int Headroom = 4;

    private readonly byte[] _buffer = new byte[Headroom + Capacity];
    private int _start = Headroom;
    private int _end = Headroom;

    /// <summary>What has been looked at and not been read.</summary>
    public ReadOnlySpan<byte> Peeked => _buffer.AsSpan(_start, _end - _start);

    /// <summary>How many bytes were taken from the source.</summary>
    public long Taken { get; private set; }

    /// <summary>The last four of them, the last as the highest.</summary>
    public uint Tail { get; private set; }

    /// <summary>Looks further ahead; false at the end, or where there is no more room.</summary>
    public async ValueTask<bool> PeekAsync()
    {
        if (_start == _end)
        {
            _start = _end = Headroom;
        }
        else if (_end == _buffer.Length && _start > Headroom)
        {
            Peeked.CopyTo(_buffer.AsSpan(Headroom));
            (_start, _end) = (Headroom, Headroom + _end - _start);
        }

        int read = await Source.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        Note(_buffer.AsSpan(_end, read));
        _end += read;
        return read > 0;
    }

    public void Skip(int count) => _start += count;

    /// <summary>Puts a few bytes before what comes next.</summary>
    public void PutBack(ReadOnlySpan<byte> bytes)
    {
        _start -= bytes.Length;
        bytes.CopyTo(_buffer.AsSpan(_start));
    }

    // Whoever reads hands in no token, or not the caller's.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken unused = default)
    {
        if (_start == _end)
        {
            return TakeAsync(buffer);
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(buffer.Span);
        _start += count;
        return new ValueTask<int>(count);
    }

    private async ValueTask<int> TakeAsync(Memory<byte> buffer)
    {
        int read = await Source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Note(buffer.Span[..read]);
        return read;
    }

    private void Note(ReadOnlySpan<byte> taken)
    {
        Taken += taken.Length;
        foreach (byte value in taken[Math.Max(0, taken.Length - sizeof(uint))..])
        {
            Tail = (Tail >> 8) | ((uint)value << 24);
        }
    }
}
