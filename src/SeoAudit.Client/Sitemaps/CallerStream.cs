using SeoAudit.Client.Http;
using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Sitemaps;

/// <summary>A stream that the caller handed in, whose failures leave the SDK like any other. It stays open.</summary>
internal sealed class CallerStream(Stream source) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException or OperationCanceledException)
        {
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : exception as SeoAuditException
                    ?? new SeoAuditException("The stream that the sitemap is read from failed.", exception)
                    {
                        IsTransient = TransportFailure.IsTransient(exception),
                    };
        }
    }
}
