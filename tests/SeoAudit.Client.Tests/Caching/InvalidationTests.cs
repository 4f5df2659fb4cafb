using SeoAudit.Client.Caching;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

public sealed class InvalidationTests
{
    private static readonly Uri[] Pages =
    [
        new("https://example.com/a"), new("https://example.com/b"), new("http://example.com:8080/a"), new("https://www.example.com/a"), new("https://bücher.example/"),
    ];

    [Fact]
    public async Task One_page_by_whichever_service()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = await FilledAsync(handler);
        foreach (AuditCacheKey key in AuditCacheKey.AllOf(Pages[0]))
        {
            await app.Seam.StoreAsync(key, new PageAudit { Url = key.Url, Service = key.Service, Score = 1 }, TestContext.Current.CancellationToken);
        }

        await app.Cache.InvalidatePageAsync(Pages[0], TestContext.Current.CancellationToken);

        Assert.Equal("made cached cached cached cached", await AskAllAsync(app));
        foreach (AuditCacheKey key in AuditCacheKey.AllOf(Pages[0]).Where(static key => key.Service != AuditService.SeoPeek))
        {
            Assert.Null(await app.Seam.FindAsync(key, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("EXAMPLE.com")]
    public async Task One_host_whatever_the_scheme_and_port(string host)
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = await FilledAsync(handler);

        await app.Cache.InvalidateHostAsync(host, TestContext.Current.CancellationToken);

        Assert.Equal("made made made cached cached", await AskAllAsync(app));
    }

    [Theory]
    [InlineData("bücher.example")]
    [InlineData("xn--bcher-kva.example")]
    public async Task A_host_of_any_script(string host)
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = await FilledAsync(handler);

        await app.Cache.InvalidateHostAsync(host, TestContext.Current.CancellationToken);

        Assert.Equal("cached cached cached cached made", await AskAllAsync(app));
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:81/")]
    [InlineData("::1", "http://[::1]/")]
    [InlineData("[::1]", "http://[::1]:80/a")]
    public async Task A_host_by_its_address(string host, string page)
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        await app.AuditAsync(new Uri(page));

        await app.Cache.InvalidateHostAsync(host, TestContext.Current.CancellationToken);

        Assert.False((await app.AuditAsync(new Uri(page))).IsCached);
    }

    [Fact]
    public async Task Everything()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using CachingApp app = await FilledAsync(handler);

        await app.Cache.InvalidateAllAsync(TestContext.Current.CancellationToken);

        Assert.Equal("made made made made made", await AskAllAsync(app));
        Assert.Equal("cached cached cached cached cached", await AskAllAsync(app));
    }

    [Fact]
    public async Task Bad_arguments_are_refused()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);

        await Assert.ThrowsAsync<ArgumentNullException>(() => app.Cache.InvalidatePageAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Cache.InvalidatePageAsync(new Uri("/a", UriKind.Relative)));
        foreach (string host in new[] { "", " ", "https://example.com", "example.com/a", "example.com:8080", "a b" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => app.Cache.InvalidateHostAsync(host));
        }
    }

    private static async Task<CachingApp> FilledAsync(HttpMessageHandler handler)
    {
        var app = new CachingApp(handler);
        await AskAllAsync(app);
        Assert.Equal("cached cached cached cached cached", await AskAllAsync(app));
        return app;
    }

    private static async Task<string> AskAllAsync(CachingApp app)
    {
        List<PageAudit> audits = [];
        foreach (Uri page in Pages)
        {
            audits.Add(await app.AuditAsync(page));
        }

        return CachingApp.Origins([.. audits]);
    }
}
