using System.Text;
using System.Threading.Channels;

namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Gives what is added, when it is added.</summary>
internal sealed class LiveStream : MemoryStream
{
    private readonly Channel<byte[]> _content = Channel.CreateUnbounded<byte[]>();

    public void Add(string text) => Assert.True(_content.Writer.TryWrite(Encoding.UTF8.GetBytes(text)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        byte[] content = await _content.Reader.ReadAsync(cancellationToken);
        content.CopyTo(buffer);
        return content.Length;
    }
}
