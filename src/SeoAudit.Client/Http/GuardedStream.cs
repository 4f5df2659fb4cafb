using System.Net;
using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Http;

/// <summary>Reads a download within bounds: of silence between two reads, and of size.</summary>
internal sealed class GuardedStream(Stream source, ServiceCall call) : OwningStream(source)
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(call.AttemptTimeout, call.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return Count(await Source.ReadAsync(buffer, either.Token).ConfigureAwait(false), buffer.Length);
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // What the platform throws where a Brotli stream is broken, in a handler of the app's; for gzip it is the other.
            throw TransportFailure.Translate(new InvalidDataException(exception.Message, exception), call);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException or InvalidDataException)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw call.Cancelled(exception, cancellationToken);
            }

            throw silence.IsCancellationRequested ? Stalled(exception) : TransportFailure.Translate(exception, call);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(Source.Read(buffer), buffer.Length);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            throw TransportFailure.Translate(exception, call);
        }
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
        new($"The download stalled: no byte came for {call.AttemptTimeout.TotalSeconds:0.###} seconds.", call.WithoutKey(cause))
        {
            Facts = call.Facts() with { IsTransient = true },
            Kind = TimeoutKind.Idle,
            Timeout = call.AttemptTimeout,
        };
}
