using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class ProxyTests
{
    private static readonly string[] Clients = ["SeoAudit.SEOPeek", "SeoAudit.SEOgent", "SeoAudit.MetricSpot"];

    [Fact]
    public async Task What_goes_to_this_machine_over_plain_http_goes_through_no_proxy()
    {
        await using ServiceProvider provider = TestClient.Services(handler: null);

        foreach (string name in Clients)
        {
            HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name);
            while (handler is DelegatingHandler { InnerHandler: { } inner })
            {
                handler = inner;
            }

            System.Net.IWebProxy proxy = Assert.IsType<SocketsHttpHandler>(handler).Proxy!;
            Assert.NotNull(proxy);
            Assert.True(proxy.IsBypassed(new Uri("http://127.0.0.1:5080/")));
            Assert.Null(proxy.GetProxy(new Uri("http://localhost:5080/")));
            Assert.Equal(HttpClient.DefaultProxy.GetProxy(new Uri("https://example.com/")), proxy.GetProxy(new Uri("https://example.com/")));
        }
    }
}
