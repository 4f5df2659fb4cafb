using System.Net;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Statuses other than that of a plain success.</summary>
internal static class StatusFaults
{
    public static IEnumerable<Fault> All =>
    [
        Status(101),
        new("204", static _ => new HttpResponseMessage(HttpStatusCode.NoContent) { Content = FaultBody.Of([], contentType: null) }),
        Redirect(302, "/elsewhere", "302 to the same host"),
        Redirect(303, "/done", "303"),
        Redirect(307, "https://other.example/", "307 to another host"),
        Status(400),
        Status(401),
        Status(402),
        Status(403),
        Status(404),
        Status(408),
        Status(409),
        Status(410),
        Status(413),
        new("422 `{message, errors}`", static scene => scene.Answer(
            HttpStatusCode.UnprocessableEntity, """{"message":"Invalid.","errors":{"url":["The url is invalid."]}}""")),
        new("422 `{error, error_code}`", static scene => scene.Answer(
            HttpStatusCode.UnprocessableEntity, """{"error":"Over.","error_code":"scan_already_terminal"}""")),
        Status(500),
        Status(501),
        Status(502),
        Status(503),
        Status(504),
        Status(600),
        Status(999),
    ];

    private static Fault Status(int status) => new(
        $"{status}", scene => scene.Answer((HttpStatusCode)status, """{"error":"no","message":"No."}"""));

    private static Fault Redirect(int status, string location, string name) => new(name, scene =>
    {
        HttpResponseMessage response = scene.Answer((HttpStatusCode)status, string.Empty, "text/html");
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    });
}
