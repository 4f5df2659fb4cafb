using System.Net;
using System.Text;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A primary handler that answers from a function and remembers what it was asked.</summary>
internal sealed class ScriptedHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<SentRequest> _requests = [];

    public ScriptedHandler(Func<HttpRequestMessage, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        string? key = request.Headers.Authorization?.ToString()
            ?? (request.Headers.TryGetValues("x-api-key", out IEnumerable<string>? keys) ? keys.Single() : null);
        lock (_requests)
        {
            _requests.Add(new SentRequest(request.Method, request.RequestUri!, key, request.Headers.Accept.ToString(), body));
        }

        HttpResponseMessage response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
