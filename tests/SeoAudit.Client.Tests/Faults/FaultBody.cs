using System.Net;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>The body of a scripted answer, which knows whether its connection was given back.</summary>
internal sealed class FaultBody : HttpContent
{
    private readonly FaultStream _wire;
    private bool _isDisposed;

    /// <param name="wire">The bytes as they come.</param>
    /// <param name="contentType">Their media type; null for none.</param>
    public FaultBody(FaultStream wire, string? contentType)
    {
        _wire = wire;
        if (contentType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    /// <summary>Whether nothing holds on to the connection any more.</summary>
    public bool IsReleased => _isDisposed || _wire.IsDisposed;

    public static FaultBody Of(byte[] bytes, string? contentType, bool withLength = true)
    {
        var body = new FaultBody(new FaultStream((index, _) => Task.FromResult<ReadOnlyMemory<byte>>(index == 0 ? bytes : default)), contentType);
        if (withLength)
        {
            body.Headers.ContentLength = bytes.Length;
        }

        return body;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_wire);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _wire.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }
}
