using System.IO.Compression;
using System.Net;
using System.Text;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Bodies that are not what was asked for.</summary>
internal static class BodyFaults
{
    private const int Mebibyte = 1024 * 1024;
    private const string Html = "<!DOCTYPE html><html><title>Sorry</title><body>Something went wrong.</body></html>";

    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', Mebibyte)];
    private static readonly Lazy<byte[]> Bomb = new(PackBomb);

    public static IEnumerable<Fault> All =>
    [
        new("truncated JSON", static scene => scene.Answer(HttpStatusCode.OK, "{\"balance\":", "application/json")),
        new("empty body", static scene => scene.Answer(HttpStatusCode.OK, [])),
        new("empty body of unknown length", static scene => scene.Answer(static (_, _) => Task.FromResult<ReadOnlyMemory<byte>>(default))),
        new("`null`", static scene => scene.Answer(HttpStatusCode.OK, "null", "application/json")),
        new("HTML page with 200", static scene => scene.Answer(HttpStatusCode.OK, Html, "text/html; charset=utf-8")),
        new("HTML page with 502", static scene => scene.Answer(HttpStatusCode.BadGateway, Html, "text/html; charset=utf-8")),
        new("wrong content type", static scene => scene.Answer(HttpStatusCode.OK, scene.Good, "text/x-unknown")),
        new("no content type", static scene => new HttpResponseMessage { Content = FaultBody.Of(scene.Good, contentType: null) }),
        new("unknown charset", static scene => scene.Answer(HttpStatusCode.OK, scene.Good, $"{scene.Endpoint.MediaType}; charset=x-none")),
        new("UTF-16 body", static scene => scene.Answer(
            HttpStatusCode.OK, Encoding.Unicode.GetBytes(scene.Endpoint.Good), $"{scene.Endpoint.MediaType}; charset=utf-16")),
        new("byte order mark", static scene => scene.Answer(HttpStatusCode.OK, [.. Encoding.UTF8.Preamble, .. scene.Good])),
        new("deep nesting", static scene => scene.Answer(
            HttpStatusCode.OK, $"{{\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}", "application/json")),
        new("deep nesting with 400", static scene => scene.Answer(
            HttpStatusCode.BadRequest, $"{{\"errors\":{new string('[', 100_000)}{new string(']', 100_000)}}}")),
        new("100 MB body", static scene => scene.Answer(static (index, _) => Task.FromResult<ReadOnlyMemory<byte>>(index < 100 ? Spaces : default))),
        new("100 MB body that says so", static scene =>
        {
            HttpResponseMessage response = scene.Answer(static (index, _) => Task.FromResult<ReadOnlyMemory<byte>>(index < 100 ? Spaces : default));
            response.Content.Headers.ContentLength = 100 * Mebibyte;
            return response;
        }),
        new("gzip bomb", static scene => Packed(scene, Bomb.Value)),
        new("broken gzip", static scene => Packed(scene, "this is no gzip"u8.ToArray())),
    ];

    private static HttpResponseMessage Packed(FaultScene scene, byte[] body)
    {
        HttpResponseMessage response = scene.Answer(HttpStatusCode.OK, body);
        response.Content.Headers.ContentEncoding.Add("gzip");
        return response;
    }

    private static byte[] PackBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var count = 0; count < 100; count++)
            {
                gzip.Write(Spaces);
            }
        }

        return packed.ToArray();
    }
}
