using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Seogent;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SeoAudit.Client.Tests.Support;

/// <summary>A loopback SEOgent that gives every request the same answer and remembers what came.</summary>
public sealed class SeogentStub : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly List<ServiceProvider> _providers = [];

    public Uri Address => new(_server.Url! + "/prefix/api");

    public WireMock.IRequestMessage Request => Assert.Single(_server.LogEntries).RequestMessage!;

    public int Count => _server.LogEntries.Count;

    public void Answer(string body, int status = 200, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        _server.Reset();
        IResponseBuilder response = Response.Create().WithStatusCode(status).WithHeader("Content-Type", contentType).WithBody(body);
        foreach ((string name, string value) in headers)
        {
            response = response.WithHeader(name, value);
        }

        _server.Given(WireMock.RequestBuilders.Request.Create().WithPath(new WildcardMatcher("*"))).RespondWith(response);
    }

    public ISeogentClient Client(string suffix = "") => Services(suffix).GetRequiredService<ISeogentClient>();

    public ISeogentApi Api(string suffix = "") => Services(suffix).GetRequiredService<ISeogentApi>();

    public void Dispose()
    {
        _providers.ForEach(static provider => provider.Dispose());
        _server.Dispose();
    }

    private ServiceProvider Services(string suffix)
    {
        ServiceProvider provider = TestClient.Services(handler: null, configure: options =>
        {
            options.Seogent.BaseAddress = new Uri(Address + suffix);
            options.Seogent.MaxRetries = 0;
            options.Seogent.RetryDelay = TimeSpan.Zero;
        });
        _providers.Add(provider);
        return provider;
    }
}
