using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A service on loopback that gives one answer to everything, or one to each path, and remembers what it was asked.</summary>
internal sealed class ServiceStub : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public Uri Address => new(_server.Url + "/");

    public IReadOnlyList<StubRequest> Requests => [.. _server.LogEntries.Select(static entry => Read(entry.RequestMessage!))];

    public StubRequest Request => Assert.Single(Requests);

    public void Answer(string body, int status = 200, string? contentType = "application/json", params (string Name, string Value)[] headers) =>
        Respond(Anything(), With(status, contentType, headers).WithBody(body));

    public void Answer(byte[] body, string contentType) => Respond(Anything(), With(200, contentType, []).WithBody(body));

    public void AnswerAt(string path, string body, string contentType = "application/json") =>
        Respond(Anything().WithPath(path), With(200, contentType, []).WithBody(body));

    public void AnswerNothing(int status, params (string Name, string Value)[] headers) =>
        Respond(Anything(), With(status, contentType: null, headers));

    public void Dispose() => _server.Dispose();

    private static IRequestBuilder Anything() => WireMock.RequestBuilders.Request.Create().UsingAnyMethod();

    private static IResponseBuilder With(int status, string? contentType, (string Name, string Value)[] headers)
    {
        IResponseBuilder response = Response.Create().WithStatusCode(status);
        response = contentType is null ? response : response.WithHeader("Content-Type", contentType);
        return headers.Aggregate(response, static (built, header) => built.WithHeader(header.Name, header.Value));
    }

    private static StubRequest Read(IRequestMessage request) => new(
        request.Method,
        new Uri(request.AbsoluteUrl).GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped),
        request.Headers!.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        request.Body);

    private void Respond(IRequestBuilder request, IResponseBuilder response) => _server.Given(request).RespondWith(response);
}
