using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class PageAnalyzerTests : IAsyncLifetime
{
    private readonly PageFetcher _fetcher = new(new PageFetchOptions(), TimeProvider.System);
    private LoopbackSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LoopbackSite.StartAsync();

    public ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task ProbesWithoutReadingBodies()
    {
        _site.Serve("/large", new string('x', 1_000_000), "image/png");
        _site.On("/picky", context =>
        {
            context.Response.StatusCode = context.Request.Method == "HEAD" ? 405 : 200;
            return Task.CompletedTask;
        });
        _site.Redirect("/moved", "/nowhere");
        _site.Redirect("/loop", "/loop");
        var analyzer = new PageAnalyzer(_fetcher);

        Assert.Equal(200, await analyzer.ProbeAsync(_site.At("/large"), CancellationToken.None));
        Assert.Equal(200, await analyzer.ProbeAsync(_site.At("/picky"), CancellationToken.None));
        Assert.Equal(404, await analyzer.ProbeAsync(_site.At("/moved"), CancellationToken.None));
        Assert.Null(await analyzer.ProbeAsync(_site.At("/loop"), CancellationToken.None));
        Assert.Null(await analyzer.ProbeAsync(new Uri("http://example.invalid/"), CancellationToken.None));
    }

    [Fact]
    public async Task AnalyzesWhatItFetches()
    {
        _site.Serve("/page", SamplePage.Html);
        _site.Redirect("/old", "/page");

        PageAnalysis analysis = await new PageAnalyzer(_fetcher).AnalyzeAsync(_site.At("/old"), CancellationToken.None);

        Assert.Equal(_site.At("/old"), analysis.RequestedUrl);
        Assert.Equal(_site.At("/page"), analysis.FinalUrl);
        Assert.Equal([_site.At("/spades")], analysis.InternalLinks);
        Assert.Equal(
            ["canonical_self", "https", "redirects"],
            analysis.Checks.Where(check => check.Outcome != CheckOutcome.Passed).Select(check => check.Key).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.InRange(analysis.Score, 90, 99);
    }
}
