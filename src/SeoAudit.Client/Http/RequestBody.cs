using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>The body of a request, which knows whether any of it can have been sent, and can be kept from being sent from then on.</summary>
internal sealed class RequestBody : ByteArrayContent
{
    private const int Begun = 1;
    private const int Withdrawn = 2;

    private readonly byte[] _bytes;
    private int _state;

    public RequestBody(byte[] bytes)
        : base(bytes) => _bytes = bytes;

    /// <summary>The same body, untouched: it may have been read into memory before it was sent at all.</summary>
    public RequestBody Anew()
    {
        var body = new RequestBody(_bytes);
        body.Headers.ContentType = Headers.ContentType;
        return body;
    }

    /// <summary>
    /// Whether none of it was sent, and none will be: somebody may have given the request up while it was still on its way to a
    /// connection.
    /// </summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, 0) != Begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Begin();
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        base.SerializeToStream(stream, context, cancellationToken);
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        Begin();
        return base.CreateContentReadStream(cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        Begin();
        return base.CreateContentReadStreamAsync();
    }

    private void Begin()
    {
        if (Interlocked.CompareExchange(ref _state, Begun, 0) == Withdrawn)
        {
            throw new IOException("The request was given up before it was sent.");
        }
    }
}
