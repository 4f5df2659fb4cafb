using System.Net;

namespace SeoAudit.Client.Http.Compression;

/// <summary>The unpacked body of a packed answer.</summary>
internal sealed class UnpackedContent : HttpContent
{
    private readonly HttpContent _packed;
    private readonly Unpack _unpack;
    private readonly ServiceCall _call;

    public UnpackedContent(HttpContent packed, Unpack unpack, ServiceCall call)
    {
        _packed = packed;
        _unpack = unpack;
        _call = call;
        foreach (var header in packed.Headers.NonValidated)
        {
            if (!ContentCoding.IsOfPacked(header.Key))
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new UnpackedStream(
            new CountingStream(await _packed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)), _unpack, _call);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Stream unpacked = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (unpacked.ConfigureAwait(false))
        {
            await unpacked.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }
}
