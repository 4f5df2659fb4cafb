using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Http.Compression;

/// <summary>What a packed answer holds, as long as that is not out of all proportion to what came.</summary>
internal sealed class UnpackedStream(CountingStream packed, Unpack unpack, ServiceCall call) : OwningStream(packed)
{
    // Small answers may be as repetitive as they like.
    private const long RatioFrom = 1024 * 1024;

    private Stream? _unpacked;
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            _unpacked ??= unpack(packed, await packed.PeekAsync(cancellationToken).ConfigureAwait(false));
            return Count(await _unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            throw Broken(exception);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            _unpacked ??= unpack(packed, packed.Peek());
            return Count(_unpacked.Read(buffer));
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            throw Broken(exception);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_unpacked is not null)
        {
            await _unpacked.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked?.Dispose();
        }

        base.Dispose(disposing);
    }

    // What the platform throws where a Brotli stream is broken; for gzip it is the other.
    private static InvalidDataException Broken(InvalidOperationException exception) => new(exception.Message, exception);

    private int Count(int read)
    {
        _read += read;
        int max = call.Options.MaxCompressionRatio;
        return _read <= RatioFrom || _read / packed.Taken < max
            ? read
            : throw new SeoAuditResponseException(
                $"{call.Name} answered with what unpacks to {max} times its size or more, as decompression bombs do"
                + (call.Profile.Service is null ? "." : $"; {nameof(ServiceOptions.MaxCompressionRatio)} forbids it."))
            {
                Facts = call.Facts(),
            };
    }
}
