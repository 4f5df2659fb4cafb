using System.Buffers;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>The part of a stream that is looked at: it grows at its end as more is read, and shrinks at its start as that is done with.</summary>
internal sealed class ByteWindow(Stream input) : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;

    /// <summary>Whether nothing follows in the stream.</summary>
    public bool IsLast { get; private set; }

    /// <summary>How many lines lie before the window.</summary>
    public long LinesBefore { get; private set; }

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(_start, _end - _start);

    public int Length => _end - _start;

    /// <summary>The line of a place in the window, from 1.</summary>
    public long LineAt(int offset) => LinesBefore + Span[..offset].Count((byte)'\n') + 1;

    public void Advance(int count)
    {
        LinesBefore += Span[..count].Count((byte)'\n');
        _start += count;
    }

    /// <summary>Reads more behind what is there; at the stream's end only <see cref="IsLast"/> changes.</summary>
    /// <exception cref="ReportFormatException">What is there is as much as is taken at once.</exception>
    public async ValueTask GrowAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        int count = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        IsLast = count == 0;
    }

    /// <summary>Reads on until there is twice as much, for whoever has to begin again with what is there.</summary>
    /// <exception cref="ReportFormatException">What is there is as much as is taken at once.</exception>
    public async ValueTask DoubleAsync(CancellationToken cancellationToken)
    {
        int goal = Math.Max(2 * Length, 1);
        do
        {
            await GrowAsync(cancellationToken).ConfigureAwait(false);
        }
        while (Length < goal && !IsLast);
    }

    public void Dispose()
    {
        byte[] buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
        {
            return;
        }

        if (Length > ReportLimits.PageBytes)
        {
            // Between two pages of an object stands a comma.
            long line = LineAt(Math.Max(0, Span.IndexOfAnyExcept(" \t\r\n,"u8)));
            throw new ReportFormatException($"The page that begins at line {line} takes more than {ReportLimits.PageBytes / (1024 * 1024)} MiB.") { Line = line };
        }

        byte[] room = Length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        Span.CopyTo(room);
        (_start, _end) = (0, Length);
        if (room != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = room;
        }
    }
}
