namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Gives at most so many bytes at a time, and only to those who ask asynchronously.</summary>
internal sealed class ChunkedStream(byte[] content, int chunk) : MemoryStream(content)
{
    public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Someone reads synchronously.");

    public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Someone reads synchronously.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int count = (int)Math.Min(Math.Min(chunk, buffer.Length), Length - Position);
        ToArray().AsSpan((int)Position, count).CopyTo(buffer.Span);
        Position += count;
        return new ValueTask<int>(count);
    }
}
