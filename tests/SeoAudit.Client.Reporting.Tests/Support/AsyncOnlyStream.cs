namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Takes asynchronous writes only, counts flushes, and fails from a given write on.</summary>
internal sealed class AsyncOnlyStream(int failFrom = int.MaxValue) : MemoryStream
{
    private readonly List<byte> _content = [];
    private int _writes;

    public int Flushes { get; private set; }

    public override byte[] ToArray() => [.. _content];

    public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Someone writes synchronously.");

    public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Someone writes synchronously.");

    public override void WriteByte(byte value) => throw new InvalidOperationException("Someone writes synchronously.");

    public override void Flush() => throw new InvalidOperationException("Someone flushes synchronously.");

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (++_writes >= failFrom)
        {
            throw new IOException("No space left on device");
        }

        _content.AddRange(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flushes++;
        return Task.CompletedTask;
    }
}
