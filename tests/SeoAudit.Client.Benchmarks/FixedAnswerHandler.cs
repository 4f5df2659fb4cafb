using System.Net;
using System.Net.Http.Headers;

namespace SeoAudit.Client.Benchmarks;

/// <summary>Answers from memory.</summary>
internal sealed class FixedAnswerHandler(byte[] answer) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(answer);
        content.Headers.ContentType = Json;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
