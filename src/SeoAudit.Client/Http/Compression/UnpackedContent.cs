using SeoAudit.Client.Streaming;

namespace SeoAudit.Client.Http.Compression;

/// <summary>The unpacked body of a packed answer.</summary>
internal sealed class UnpackedContent : WrappedContent
{
    private readonly Unpack _unpack;
    private readonly ServiceCall _call;

    public UnpackedContent(HttpContent packed, Unpack unpack, ServiceCall call)
        : base(packed)
    {
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

    protected override Stream Wrap(Stream stream) => new UnpackedStream(new CountingStream(stream), _unpack, _call);
}
