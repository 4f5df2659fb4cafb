using System.Text;

namespace SeoAudit.Client.Tests.Webhooks;

/// <summary>The results of a scan of so many pages that they have the given length to the byte, made as they are read.</summary>
internal sealed class EndlessResults(long length) : MemoryStream
{
    private static readonly byte[] Start = Encoding.UTF8.GetBytes("""{"scan_id":"big","results":{"data":[{"url":"https://example.com/"}""");
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(""",{"url":"https://example.com/a-page","score":70,"failed_checks":["Missing canonical tag"]}""");
    private static readonly byte[] End = Encoding.UTF8.GetBytes("]}}");

    private readonly long _pagesEnd = length - End.Length - ((length - End.Length - Start.Length) % Page.Length);

    public long Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var count = (int)Math.Min(buffer.Length, length - Given);
        for (var index = 0; index < count; index++, Given++)
        {
            buffer.Span[index] = ByteAt(Given);
        }

        return new ValueTask<int>(count);
    }

    private byte ByteAt(long position) => position switch
    {
        _ when position < Start.Length => Start[position],
        _ when position < _pagesEnd => Page[(position - Start.Length) % Page.Length],
        _ when position < length - End.Length => (byte)' ',
        _ => End[position - (length - End.Length)],
    };
}
