using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>An answer read into memory, which still knows the call that it belongs to.</summary>
internal sealed class ResponseBody : HttpContent
{
    private readonly HttpContent _source;
    private readonly HttpResponseMessage _response;
    private CancellationToken _reading;

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

    /// <summary>Reads the body to its end, up to the allowed size.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        _reading = cancellationToken;
        try
        {
#if NET9_0_OR_GREATER
            await LoadIntoBufferAsync(Call.Options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
#else
            // .NET 8 takes no token here; the copy from the source does.
            await LoadIntoBufferAsync(Call.Options.MaxResponseBytes).ConfigureAwait(false);
#endif
        }
        finally
        {
            _reading = CancellationToken.None;
        }
    }

    /// <summary>The body from its beginning, once it has been read.</summary>
    public Stream Open()
    {
        Stream stream = ReadAsStream(CancellationToken.None);
        stream.Position = 0;
        return stream;
    }

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

        using var copy = new MemoryStream();
        Open().CopyTo(copy);
        return new RawResponse(StatusCode, headers, copy.ToArray());
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _source.CopyToAsync(stream, context, _reading);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _source.CopyToAsync(stream, context, _reading.CanBeCanceled ? _reading : cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _source.Headers.ContentLength ?? 0;
        return _source.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
        }

        base.Dispose(disposing);
    }
}
