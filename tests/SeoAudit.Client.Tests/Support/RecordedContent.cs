using System.Net;
using System.Text;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A body that says whether it was disposed, and that can hang or break before its end.</summary>
internal sealed class RecordedContent(string text, Func<CancellationToken, Task>? beforeEnd = null) : HttpContent
{
    public bool Disposed { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        if (beforeEnd is not null)
        {
            await beforeEnd(cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        Disposed = true;
        base.Dispose(disposing);
    }
}
