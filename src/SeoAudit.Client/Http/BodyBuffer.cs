using System.Buffers;

namespace SeoAudit.Client.Http;

/// <summary>Takes what is written to it into lent memory, up to a limit.</summary>
internal sealed class BodyBuffer(long expected, long max) : Stream
{
    // A length that the service only claims is not believed further than this.
    private const int MaxInitialLength = 1024 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(expected, MaxInitialLength));
    private int _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>What the platform throws when it reads a body into memory itself.</summary>
    public static HttpRequestException TooLong(long max) =>
        new(HttpRequestError.ConfigurationLimitExceeded, $"The answer is longer than {max} bytes.");

    /// <summary>A view of what has been written, good until this is disposed.</summary>
    public MemoryStream Open() => new(_buffer, 0, _length, writable: false);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > max - _length)
        {
            throw TooLong(max);
        }

        if (buffer.Length > _buffer.Length - _length)
        {
            Grow(_length + buffer.Length);
        }

        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _length = 0;
        Return(Interlocked.Exchange(ref _buffer, []));
        base.Dispose(disposing);
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Grow(int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, 2L * _buffer.Length), Array.MaxLength));
        Written.CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }
}
