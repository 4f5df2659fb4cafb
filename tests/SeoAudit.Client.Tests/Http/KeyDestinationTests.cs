using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Http;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class KeyDestinationTests
{
    [Theory]
    [InlineData("http://example.com/api")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("ftp://example.com/")]
    public void A_key_is_not_configured_for_plain_http(string address)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}"));

        var exception = Assert.Throws<OptionsValidationException>(
            () => TestClient.Create(handler, configure: options => options.Seogent.BaseAddress = new Uri(address)));

        Assert.Contains("Seogent:BaseAddress", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.SeogentKey, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://seogent.example/api")]
    [InlineData("http://127.0.0.1:5000/api")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]:81/")]
    public async Task A_key_goes_to_https_and_to_loopback(string address)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("""{"balance":1}"""));

        await TestClient.Create(handler, configure: options => options.Seogent.BaseAddress = new Uri(address)).Seogent.GetCreditsAsync();

        Assert.Equal("Bearer " + TestClient.SeogentKey, Assert.Single(handler.Requests).Key);
    }

    [Theory]
    [InlineData("https://seogent.ai.evil.example/api/")]
    [InlineData("https://seogent.ai:8443/api/")]
    [InlineData("http://seogent.ai/api/")]
    public async Task A_client_that_the_host_points_elsewhere_gets_no_key(string address)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}"));
        var services = new ServiceCollection();
        services.AddSeoAudit(options => options.Seogent.ApiToken = TestClient.SeogentKey)
            .Seogent.ConfigurePrimaryHttpMessageHandler(() => handler);
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Redirecting(new Uri(address))));
        await using ServiceProvider provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => provider.GetRequiredService<ISeogentClient>().GetCreditsAsync());

        Assert.Contains("key is not sent to", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.SeogentKey, exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("https://seogent.ai/api", "https://seogent.ai/api/credits", true)]
    [InlineData("https://seogent.ai/api", "https://SEOGENT.ai/elsewhere", true)]
    [InlineData("https://seogent.ai/api", "https://seogent.ai:443/elsewhere", true)]
    [InlineData("https://seogent.ai/api", "https://seogent.ai.evil.example/api/credits", false)]
    [InlineData("https://seogent.ai:444/", "http://seogent.ai:444/", false)]
    [InlineData("https://seogent.ai/", "https://seogent.ai:444/", false)]
    [InlineData("http://localhost:80/", "https://localhost:80/", false)]
    [InlineData("http://localhost:80/", "http://localhost:80/credits", true)]
    [InlineData("http://localhost:80/", "http://127.0.0.1:80/credits", false)]
    [InlineData("http://seogent.ai/", "http://seogent.ai/credits", false)]
    public void A_key_goes_to_the_origin_it_is_configured_for(string baseAddress, string target, bool isAllowed)
    {
        Exception? refused = Record.Exception(() => KeyDestination.Verify(new Uri(target), new Uri(baseAddress), SeogentProfile.Instance));

        if (isAllowed)
        {
            Assert.Null(refused);
            return;
        }

        var failure = Assert.IsType<SeoAuditException>(refused);
        Assert.Equal(
            $"The SEOgent key is not sent to {new Uri(target).Scheme}://{new Uri(target).Authority}: keys go only to the configured base address, "
            + "over https (plain http only to loopback).",
            failure.Message);
        Assert.Equal(AuditService.Seogent, failure.Service);
    }

    [Fact]
    public async Task A_redirect_to_another_server_is_not_followed()
    {
        await using var other = new RawServer((_, socket) => socket.SendAsync(RawServer.Ok("""{"balance":1}""")));
        await using var server = new RawServer(
            (_, socket) => socket.SendAsync(RawServer.Status(307, $"Location: {other.Address}\r\n")));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => TestClient.Create(server.Address).Seogent.GetCreditsAsync());

        Assert.Equal(HttpStatusCode.TemporaryRedirect, exception.StatusCode);
        Assert.Equal((1, 0), (server.Requests, other.Requests));
    }

    private sealed class Redirecting(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address, "credits");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
