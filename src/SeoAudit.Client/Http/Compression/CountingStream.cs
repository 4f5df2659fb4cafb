using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Http.Compression;

/// <summary>Counts what is read, and lets the first byte be looked at.</summary>
internal sealed class CountingStream(Stream source) : OwningStream(source)
{
    private readonly byte[] _first = new byte[1];
    private bool _peeked;

    /// <summary>How many bytes were taken from the source.</summary>
    public long Taken { get; private set; }

    /// <summary>The first byte, which stays to be read; -1 where there is none.</summary>
    public async ValueTask<int> PeekAsync(CancellationToken cancellationToken) =>
        Peeked(await Source.ReadAsync(_first, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc cref="PeekAsync"/>
    public int Peek() => Peeked(Source.Read(_first));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _peeked && buffer.Length > 0 ? new(TakePeeked(buffer.Span)) : CountAsync(Source.ReadAsync(buffer, cancellationToken));

    public override int Read(Span<byte> buffer) => _peeked && buffer.Length > 0 ? TakePeeked(buffer) : Count(Source.Read(buffer));

    private async ValueTask<int> CountAsync(ValueTask<int> read) => Count(await read.ConfigureAwait(false));

    private int Count(int read)
    {
        Taken += read;
        return read;
    }

    private int Peeked(int read)
    {
        _peeked = Count(read) > 0;
        return _peeked ? _first[0] : -1;
    }

    private int TakePeeked(Span<byte> buffer)
    {
        _peeked = false;
        buffer[0] = _first[0];
        return 1;
    }
}
