using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>Words a success that cannot be used.</summary>
internal static class UnreadableResponse
{
    public static SeoAuditResponseException Create(
        ServiceCall call, HttpStatusCode status, string how, ResponseBody? body = null, Exception? cause = null) =>
        new($"{call.Profile.Name} {call.Endpoint.Name} answered {(int)status} {how}.", cause)
        {
            Facts = call.Facts() with
            {
                StatusCode = status,
                ResponseBody = body is null ? null : BodySnippet.Read(body.Open(), call),
                RequestId = body?.RequestId,
            },
        };
}
