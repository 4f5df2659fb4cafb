using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SeoAudit.Client.AspNetCore.Tests.Support;

/// <summary>A webhook posted over a bare connection, with all the control over it that a bad caller has.</summary>
internal sealed class RawPost(WebhookApp app) : IAsyncDisposable
{
    private readonly TcpClient _client = new();

    /// <summary>Sends a whole body, and reads the answer even where it comes before the end.</summary>
    public async Task<string> SendAsync(bool saysLength, ResultsBody body, CancellationToken cancellationToken)
    {
        await using (this)
        {
            await BeginAsync(!saysLength, string.Empty, body.Length);
            Task<string> answer = AnswerAsync(cancellationToken);
            try
            {
                await body.WriteAsync(async piece =>
                {
                    if (piece.Length > 0 && !saysLength)
                    {
                        await WriteAsync(piece.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
                    }

                    await _client.GetStream().WriteAsync(piece, cancellationToken);
                    if (piece.Length > 0 && !saysLength)
                    {
                        await WriteAsync("\r\n");
                    }
                });
                await WriteAsync(saysLength ? string.Empty : "0\r\n\r\n");
            }
            catch (IOException)
            {
                // The server has answered and hung up.
            }

            return await answer;
        }
    }

    public async Task BeginAsync(bool chunked, string start, int length = 0)
    {
        await _client.ConnectAsync(app.Endpoint.Host, app.Endpoint.Port);
        string framing = chunked ? "Transfer-Encoding: chunked" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}");
        await WriteAsync(
            $"POST {WebhookApp.Path}?secret={WebhookApp.Secret} HTTP/1.1\r\nHost: {app.Endpoint.Authority}\r\nContent-Type: application/json\r\n{framing}\r\nConnection: close\r\n\r\n{start}");
    }

    /// <summary>Reads the answer to its end.</summary>
    public async Task<string> AnswerAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[4_096];
        try
        {
            int count;
            while ((count = await _client.GetStream().ReadAsync(buffer, cancellationToken)) > 0)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // What came before the reset is the answer.
        }

        return text.ToString();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private ValueTask WriteAsync(string text) => _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text));
}
