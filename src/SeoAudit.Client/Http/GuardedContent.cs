using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Http;

/// <summary>A body that is handed on as a stream, which neither stalls for ever nor grows without bound.</summary>
internal sealed class GuardedContent : WrappedContent
{
    private readonly ServiceCall _call;

    public GuardedContent(HttpContent source, ServiceCall call)
        : base(source)
    {
        _call = call;
        Headers.ContentType = source.Headers.ContentType;
        Headers.ContentLength = source.Headers.ContentLength;
    }

    protected override Stream Wrap(Stream stream) => new GuardedStream(stream, _call);
}
