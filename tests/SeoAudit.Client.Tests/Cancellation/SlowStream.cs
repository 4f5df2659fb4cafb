namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>Bytes of which each read takes a second.</summary>
internal sealed class SlowStream(byte[] bytes, TimeProvider time) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        return Read(buffer.Span[..Math.Min(buffer.Length, 64)]);
    }
}
