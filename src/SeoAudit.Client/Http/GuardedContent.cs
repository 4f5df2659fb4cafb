using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>A body that is handed on as a stream, which neither stalls for ever nor grows without bound.</summary>
internal sealed class GuardedContent : HttpContent
{
    private readonly HttpContent _source;
    private readonly ServiceCall _call;

    public GuardedContent(HttpContent source, ServiceCall call)
    {
        _source = source;
        _call = call;
        Headers.ContentType = source.Headers.ContentType;
        Headers.ContentLength = source.Headers.ContentLength;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new GuardedStream(await _source.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _call);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Stream source = await CreateContentReadStreamAsync(CancellationToken.None).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await source.CopyToAsync(stream).ConfigureAwait(false);
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
            _source.Dispose();
        }

        base.Dispose(disposing);
    }
}
