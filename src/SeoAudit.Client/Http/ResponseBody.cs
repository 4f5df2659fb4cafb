using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>An answer read into memory, which still knows the call that it belongs to. Its memory is lent to it until it is disposed.</summary>
internal sealed class ResponseBody : HttpContent
{
    private const int UsualLength = 8 * 1024;

    private readonly HttpContent _source;
    private readonly HttpResponseMessage _response;
    private BodyBuffer? _buffer;
    private bool _handedOver;

    public ResponseBody(HttpResponseMessage response, ServiceCall call)
    {
        _response = response;
        _source = response.Content;
        Call = call;
    }

    public ServiceCall Call { get; }

    public HttpStatusCode StatusCode => _response.StatusCode;

    public string? MediaType => _source.Headers.ContentType?.MediaType;

    public string? RequestId => RequestIds.Read(_response);

    /// <summary>What has been read.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer is null ? [] : _buffer.Written;

    /// <summary>Reads the body to its end, up to the allowed size.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        long max = Call.Options.MaxResponseBytes;
        long expected = _source.Headers.ContentLength ?? Math.Min(UsualLength, max);
        if (expected > max)
        {
            throw BodyBuffer.TooLong(max);
        }

        // Not disposed when the reading fails, so that memory to which bytes may still come is not lent to another.
        var buffer = new BodyBuffer(expected, max);
        await _source.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        _buffer = buffer;
    }

    /// <summary>The body from its beginning, once it has been read.</summary>
    public Stream Open() => _buffer?.Open() ?? Stream.Null;

    /// <summary>
    /// Says that from now on only <see cref="Bytes"/> is asked for: Refit has every body read into memory before it is deserialized,
    /// which this one has been already.
    /// </summary>
    public void HandOver() => _handedOver = true;

    /// <summary>A copy of the whole answer for callers who asked to keep it.</summary>
    public RawResponse ToRawResponse()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in _response.Headers.NonValidated)
        {
            headers[header.Key] = header.Value.ToString();
        }

        foreach (var header in _source.Headers.NonValidated)
        {
            headers[header.Key] = header.Value.ToString();
        }

        return new RawResponse(StatusCode, headers, Bytes.ToArray());
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(Open());

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _handedOver ? Task.CompletedTask : Open().CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _buffer?.Length ?? 0;
        return _buffer is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
            _buffer?.Dispose();
        }

        base.Dispose(disposing);
    }
}
