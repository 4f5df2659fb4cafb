using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>The body of a request, which knows whether any of it can have been sent.</summary>
internal sealed class RequestBody : ByteArrayContent
{
    private readonly byte[] _bytes;
    private volatile bool _hasBegun;

    public RequestBody(byte[] bytes)
        : base(bytes) => _bytes = bytes;

    public bool HasBegun => _hasBegun;

    /// <summary>The same body, untouched: it may have been read into memory before it was sent at all.</summary>
    public RequestBody Anew()
    {
        var body = new RequestBody(_bytes);
        body.Headers.ContentType = Headers.ContentType;
        return body;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _hasBegun = true;
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _hasBegun = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _hasBegun = true;
        base.SerializeToStream(stream, context, cancellationToken);
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        return base.CreateContentReadStream(cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        _hasBegun = true;
        return base.CreateContentReadStreamAsync();
    }
}
