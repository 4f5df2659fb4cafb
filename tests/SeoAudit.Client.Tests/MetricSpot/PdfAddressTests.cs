using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.DependencyInjection;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

/// <summary>A PDF that is fetched from an address, on real sockets.</summary>
public sealed class PdfAddressTests : IAsyncDisposable
{
    private const string Moved = "302 Found";

    private readonly ServiceProvider _services = TestClient.Services(handler: null);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPublicDownloader Downloader => _services.GetRequiredKeyedService<ClientSet>(null).Downloader;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Redirects_are_followed_to_another_host_and_no_key_is_sent()
    {
        await using var store = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "Content-Type: application/pdf\r\n", "%PDF"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(Moved, $"Location: {store.Address}1.pdf\r\n"));

        await using Stream? file = await OpenAsync(server);

        Assert.Equal("%PDF", await new StreamReader(file!).ReadToEndAsync(Stop));
        Assert.Equal((1, 1), (server.Requests.Count, store.Requests.Count));
        Assert.All(server.Requests.Concat(store.Requests), static head =>
        {
            Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(TestClient.MetricSpotKey, head, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task No_more_than_five_redirects_are_followed()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer(Moved, "Location: /again.pdf\r\n"));

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => OpenAsync(server));

        Assert.Contains("redirects too often", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1 + 5, server.Requests.Count);
    }

    [Theory]
    [InlineData("https://files.example/1.pdf", true)]
    [InlineData("http://127.0.0.1/1.pdf", true)]
    [InlineData("http://localhost:8080/1.pdf", true)]
    [InlineData("http://files.example/1.pdf", false)]
    [InlineData("http://localhost.example/1.pdf", false)]
    [InlineData("ftp://127.0.0.1/1.pdf", false)]
    [InlineData("/1.pdf", false)]
    public void Plain_http_is_for_this_machine_only(string address, bool isTaken) =>
        Assert.Equal(isTaken, Record.Exception(() => new PdfAddress(Downloader, address)) is null);

    private Task<Stream?> OpenAsync(LoopbackServer server) =>
        new PdfAddress(Downloader, new Uri(server.Address, "report.pdf").AbsoluteUri).TryOpenAsync(Stop);
}
