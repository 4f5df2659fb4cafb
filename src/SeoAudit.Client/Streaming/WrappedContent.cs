using System.Net;

namespace SeoAudit.Client.Streaming;

/// <summary>A body that is another's, seen through a stream of its own, and disposed with it.</summary>
internal abstract class WrappedContent(HttpContent source) : HttpContent
{
    /// <summary>What is read instead of the other's stream, and disposes it.</summary>
    protected abstract Stream Wrap(Stream stream);

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        Wrap(await source.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Stream wrapped = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (wrapped.ConfigureAwait(false))
        {
            await wrapped.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
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
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
