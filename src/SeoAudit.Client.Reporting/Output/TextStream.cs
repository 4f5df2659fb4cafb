using System.Text;

namespace SeoAudit.Client.Reporting.Output;

/// <summary>Takes UTF-8 and hands it to a text writer; a character that is split over two writes arrives whole.</summary>
internal sealed class TextStream(TextWriter output) : Stream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => output.Write(Decode(buffer.AsSpan(offset, count)));

    public override void Write(ReadOnlySpan<byte> buffer) => output.Write(Decode(buffer));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await output.WriteAsync(Decode(buffer.Span).AsMemory(), cancellationToken).ConfigureAwait(false);

    public override void Flush() => output.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private char[] Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[_decoder.GetCharCount(bytes, flush: false)];
        _decoder.GetChars(bytes, text, flush: false);
        return text;
    }
}
