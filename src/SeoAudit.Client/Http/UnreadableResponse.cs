using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>Words a success that cannot be used.</summary>
internal static class UnreadableResponse
{
    public static SeoAuditResponseException Create(
        ServiceCall call, HttpStatusCode status, string how, ResponseBody? body = null, Exception? cause = null) =>
        new($"{call.Name} answered {(int)status} {call.Redact(how)}.", cause is null ? null : call.WithoutKey(cause))
        {
            Facts = call.Facts() with
            {
                StatusCode = status,
                ResponseBody = body is null || call.Endpoint.AnswersWithKey ? null : BodySnippet.Read(body.Open(), call),
                RequestId = body?.RequestId is { } id ? call.Redact(id) : null,
            },
        };
}
