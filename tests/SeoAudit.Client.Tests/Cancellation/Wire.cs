using System.Text;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>
/// Connections in memory beneath the client's own handlers. Each carries one request; one of them can be told to stand still at a
/// point of its way until the client goes away.
/// </summary>
/// <param name="answer">The bytes that answer a request; null to close the connection without an answer.</param>
internal sealed class Wire(Func<WireRequest, byte[]?> answer) : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private (int Number, StallPoint Point)? _stall;
    private int _connections;
    private int _requests;
    private int _open;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How many connections that a request was sent on the client has not closed.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Ends when what was to stand still does.</summary>
    public TaskCompletionSource Stalled { get; private set; } = New();

    public static byte[] Answer(string status, string contentType, string body, string headers = "") => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nConnection: close\r\n{headers}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static byte[] Json(string body, string status = "200 OK", string headers = "") => Answer(status, "application/json", body, headers);

    /// <summary>Counts from here on, and lets one of the coming connections stand still.</summary>
    public void Begin((int Number, StallPoint Point)? stall)
    {
        (_connections, _requests, _stall, Stalled) = (0, 0, stall, New());
    }

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        int number = Interlocked.Increment(ref _connections);
        if (_stall == (number, StallPoint.Connecting))
        {
            Stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _over.Token).Token);
        }

        StallPoint? point = _stall is { } stall && stall.Number == number ? stall.Point : null;
        return new WireStream(
            Receive,
            point,
            Stalled,
            () => Interlocked.Decrement(ref _open));
    }

    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private byte[]? Receive(WireRequest request)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Increment(ref _open);
        return answer(request);
    }
}
