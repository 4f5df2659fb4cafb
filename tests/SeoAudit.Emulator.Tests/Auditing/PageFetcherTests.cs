using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class PageFetcherTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private LoopbackSite _site = null!;
    private PageFetcher _fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _fetcher = new PageFetcher(new PageFetchOptions { MaxBytes = 10_000 }, _time);
    }

    public ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task FetchesAPage()
    {
        string? agent = null;
        _site.On("/a", context =>
        {
            agent = context.Request.Headers.UserAgent;
            _time.Advance(TimeSpan.FromSeconds(0.5));
            context.Response.ContentType = "text/html";
            context.Response.Headers.Append("X-Robots-Tag", "noindex");
            context.Response.Headers.Append("X-Robots-Tag", "nofollow");
            return context.Response.WriteAsync("<p>hällo");
        });

        FetchedPage page = await FetchAsync("/a#part");

        Assert.Equal("<p>hällo", page.Html);
        Assert.Equal(200, page.Response.StatusCode);
        Assert.Equal(_site.At("/a"), SiteScope.WithoutFragment(page.Response.FinalUrl));
        Assert.Equal(["noindex", "nofollow"], page.Response.RobotsTags);
        Assert.Equal(TimeSpan.FromSeconds(0.5), page.Response.TimeToFirstByte);
        Assert.Equal(TimeSpan.FromSeconds(0.5), page.Response.LoadTime);
        Assert.Equal("SeoAuditEmulator/1.0", agent);
    }

    [Fact]
    public async Task AcceptsXhtml()
    {
        _site.Serve("/a", "<html xmlns='http://www.w3.org/1999/xhtml'/>", "Application/XHTML+XML");

        Assert.True((await FetchAsync("/a")).Response.IsHtml);
    }

    [Fact]
    public async Task FollowsRedirects()
    {
        _site.Redirect("/1", "2", 301);
        _site.Redirect("/2", "/3", 302);
        _site.Redirect("/3", _site.At("/4").AbsoluteUri, 303);
        _site.Redirect("/4", "/5", 307);
        _site.Redirect("/5", "/6", 308);
        _site.Serve("/6", "<p>end");

        FetchedPage page = await FetchAsync("/1");

        Assert.Equal(_site.At("/1"), page.Response.RequestedUrl);
        Assert.Equal(_site.At("/6"), page.Response.FinalUrl);
        Assert.Equal(5, page.Response.RedirectCount);
    }

    [Fact]
    public async Task GivesUpOnRedirectLoops()
    {
        _site.Redirect("/a", "/b");
        _site.Redirect("/b", "/a");

        await FailsAsync("/a", PageFetchFailure.Unreachable);
    }

    [Theory]
    [InlineData("http://example.invalid/")]
    [InlineData("//169.254.169.254/latest")]
    [InlineData("http://127.0.0.1.example.invalid/")]
    [InlineData("http://user@example.invalid/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/hosts")]
    public async Task ChecksTheHostAtEveryHop(string target)
    {
        _site.Redirect("/a", target);

        await FailsAsync("/a", PageFetchFailure.HostNotAllowed);
    }

    [Theory]
    [InlineData("http://localhost:1/", true)]
    [InlineData("http://LOCALHOST./", true)]
    [InlineData("https://127.9.9.9/", true)]
    [InlineData("http://[::1]:8080/", true)]
    [InlineData("http://[::ffff:127.0.0.1]/", true)]
    [InlineData("http://2130706433/", true)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://localhost.example/", false)]
    [InlineData("http://127.0.0.1@example.invalid/", false)]
    [InlineData("file:///etc/hosts", false)]
    [InlineData("http://a\u00e4\u2488/", false)]
    public void AllowsLoopbackOnly(string url, bool allowed)
    {
        Assert.Equal(allowed, _fetcher.Allows(new Uri(url)));
    }

    [Theory]
    [InlineData("http://shop.test/", true)]
    [InlineData("http://SHOP.test:81/", true)]
    [InlineData("http://sub.shop.test/", false)]
    [InlineData("http://10.2.3.4/", true)]
    [InlineData("http://11.2.3.4/", false)]
    [InlineData("http://[fd00::1]/", true)]
    [InlineData("http://localhost/", false)]
    public void AllowsWhatIsListed(string url, bool allowed)
    {
        var list = new HostAllowList(["shop.test", "10.0.0.0/8", "[fd00::1]"]);

        Assert.Equal(allowed, list.Allows(new Uri(url)));
    }

    [Fact]
    public async Task RefusesOversizedPages()
    {
        _site.Serve("/exact", new string('x', 10_000));
        _site.Serve("/announced", new string('x', 10_001));
        _site.On("/streamed", async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(new string('x', 1000), context.RequestAborted);
        });

        Assert.Equal(10_000, (await FetchAsync("/exact")).Html.Length);
        await FailsAsync("/announced", PageFetchFailure.NotAPage);
        await FailsAsync("/streamed", PageFetchFailure.NotAPage);
    }

    [Fact]
    public async Task RefusesGzipBombs()
    {
        _site.Serve("/small", SitemapParserTests.Gzip("<p>small"), "text/html", "gzip");
        _site.Serve("/bomb", SitemapParserTests.Gzip(new string(' ', 1_000_000)), "text/html", "gzip");
        _site.Serve("/broken", Encoding.ASCII.GetBytes("this is no gzip"), "text/html", "gzip");

        Assert.Equal("<p>small", (await FetchAsync("/small")).Html);
        await FailsAsync("/bomb", PageFetchFailure.NotAPage);
        await FailsAsync("/broken", PageFetchFailure.Unreachable);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("text/plain")]
    [InlineData("")]
    public async Task RefusesOtherTypes(string contentType)
    {
        _site.Serve("/a", "<p>x", contentType);

        await FailsAsync("/a", PageFetchFailure.NotAPage);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(500)]
    [InlineData(304)]
    public async Task RefusesErrorStatuses(int status)
    {
        _site.On("/a", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        await FailsAsync("/a", PageFetchFailure.ErrorStatus);
    }

    [Fact]
    public async Task TimesOutOnASlowServer()
    {
        TaskCompletionSource arrived = Stall("/slow", sendHead: false);

        Task<FetchedPage> fetch = FetchAsync("/slow");
        await arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(PageFetchFailure.TimedOut, (await Assert.ThrowsAsync<PageFetchException>(() => fetch)).Failure);
    }

    [Fact]
    public async Task TimesOutOnABodyThatNeverEnds()
    {
        TaskCompletionSource arrived = Stall("/drip", sendHead: true);

        Task<FetchedPage> fetch = FetchAsync("/drip");
        await arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(PageFetchFailure.TimedOut, (await Assert.ThrowsAsync<PageFetchException>(() => fetch)).Failure);
    }

    [Fact]
    public async Task CancelsAtOnce()
    {
        TaskCompletionSource arrived = Stall("/slow", sendHead: false);
        using var cancel = new CancellationTokenSource();

        Task<FetchedPage> fetch = _fetcher.FetchPageAsync(_site.At("/slow"), cancel.Token);
        await arrived.Task;
        await cancel.CancelAsync();

        var e = await Assert.ThrowsAsync<OperationCanceledException>(() => fetch);
        Assert.Equal(cancel.Token, e.CancellationToken);
    }

    [Fact]
    public async Task ReportsBrokenAndRefusedConnections()
    {
        _site.On("/broken", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("<p>half");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        Uri gone = _site.At("/gone");

        await FailsAsync("/broken", PageFetchFailure.Unreachable);
        await _site.DisposeAsync();
        var e = await Assert.ThrowsAsync<PageFetchException>(() => _fetcher.FetchPageAsync(gone, CancellationToken.None));
        Assert.Equal(PageFetchFailure.Unreachable, e.Failure);
    }

    private Task<FetchedPage> FetchAsync(string path) => _fetcher.FetchPageAsync(_site.At(path), CancellationToken.None);

    private async Task FailsAsync(string path, PageFetchFailure failure)
    {
        var e = await Assert.ThrowsAsync<PageFetchException>(() => FetchAsync(path));
        Assert.Equal(failure, e.Failure);
    }

    private TaskCompletionSource Stall(string path, bool sendHead)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _site.On(path, async context =>
        {
            if (sendHead)
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<p>");
                await context.Response.Body.FlushAsync();
            }

            arrived.SetResult();
            var forever = new TaskCompletionSource();
            await using CancellationTokenRegistration gone = context.RequestAborted.Register(forever.SetResult);
            await forever.Task;
        });
        return arrived;
    }
}
