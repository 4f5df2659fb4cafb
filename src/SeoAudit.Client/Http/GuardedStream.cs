using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>Reads a download within bounds: of silence between two reads, and of size.</summary>
internal sealed class GuardedStream(Stream source, ServiceCall call) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(call.AttemptTimeout, call.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return Count(await source.ReadAsync(buffer, either.Token).ConfigureAwait(false), buffer.Length);
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // What the platform throws where a Brotli stream is broken; for gzip it is the other.
            throw TransportFailure.Translate(new InvalidDataException(exception.Message, exception), call);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException or InvalidDataException)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            }

            throw silence.IsCancellationRequested ? Stalled(exception) : TransportFailure.Translate(exception, call);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Count(source.Read(buffer, offset, count), count);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            throw TransportFailure.Translate(exception, call);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read, int asked)
    {
        _read += read;
        if (_read == 0 && asked > 0 && call.Endpoint.StreamedMediaType != ServiceEndpoint.AnyMediaType)
        {
            throw UnreadableResponse.Create(call, HttpStatusCode.OK, $"with a file of type {call.Endpoint.StreamedMediaType} that is empty");
        }

        return _read <= call.Options.MaxResponseBytes || call.Endpoint.IsBoundedByReceiver
            ? read
            : throw new SeoAuditResponseException(
                $"The download is larger than the {call.Options.MaxResponseBytes} bytes that {nameof(ServiceOptions.MaxResponseBytes)} allows.")
            {
                Facts = call.Facts(),
            };
    }

    private SeoAuditTimeoutException Stalled(Exception cause) =>
        new($"The download stalled: no byte came for {call.AttemptTimeout.TotalSeconds:0.###} seconds.", cause)
        {
            Facts = call.Facts() with { IsTransient = true },
            Kind = TimeoutKind.Idle,
            Timeout = call.AttemptTimeout,
        };
}
