using System.Text;
using System.Threading.Channels;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>The client's end of a connection in memory.</summary>
internal sealed class WireStream(
    Func<WireRequest, byte[]?> answer, StallPoint? stall, TaskCompletionSource stalled, Action closed) : Stream
{
    private readonly Channel<byte[]> _coming = Channel.CreateUnbounded<byte[]>();
    private readonly StringBuilder _sent = new();
    private ReadOnlyMemory<byte> _rest;
    private bool _received;
    private int _closed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty)
        {
            if (_coming.Reader.TryRead(out byte[]? next))
            {
                _rest = next;
                continue;
            }

            if (_received && stall is not null)
            {
                stalled.TrySetResult();
            }

            if (!await _coming.Reader.WaitToReadAsync(cancellationToken))
            {
                return 0;
            }
        }

        int count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _sent.Append(Encoding.Latin1.GetString(buffer.Span));
        if (!_received && IsComplete(_sent.ToString()))
        {
            _received = true;
            Reply(answer(WireRequest.Parse(_sent.ToString())));
        }

        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _coming.Writer.TryComplete(new IOException("The client closed the connection."));
            if (_received)
            {
                closed();
            }
        }

        base.Dispose(disposing);
    }

    private static bool IsComplete(string sent)
    {
        int end = sent.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        string head = sent[..end];
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            return sent.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
        }

        const string Name = "\r\nContent-Length: ";
        int length = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return length < 0 || sent.Length - end - 4 >= int.Parse(head[(length + Name.Length)..].Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Reply(byte[]? bytes)
    {
        switch (stall)
        {
            case StallPoint.Headers:
                return;
            case StallPoint.Body when bytes is not null:
                // The last byte never comes.
                _coming.Writer.TryWrite(bytes[..^1]);
                return;
        }

        if (bytes is not null)
        {
            _coming.Writer.TryWrite(bytes);
        }

        _coming.Writer.TryComplete();
    }
}
