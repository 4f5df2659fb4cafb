using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>A site of numbered pages on loopback, each linked from the first, with a sitemap.</summary>
internal sealed class GeneratedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly int _pages;

    private GeneratedSite(WebApplication app, int pages)
    {
        _app = app;
        _pages = pages;
    }

    public Uri Address => new(_app.Urls.Single());

    public Uri Sitemap => new(Address, "sitemap.xml");

    public IReadOnlyList<Uri> Pages => [.. Enumerable.Range(0, _pages).Select(Page)];

    public static async Task<GeneratedSite> StartAsync(int pages)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var site = new GeneratedSite(app, pages);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public Uri Page(int number) => new(Address, number == 0 ? "/" : string.Create(CultureInfo.InvariantCulture, $"/page-{number}"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        bool isSitemap = path == "/sitemap.xml";
        if (!isSitemap && !Pages.Any(page => page.AbsolutePath == path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = isSitemap ? "application/xml" : "text/html; charset=utf-8";
        return context.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes(isSitemap ? SitemapXml() : Html(path)), context.RequestAborted).AsTask();
    }

    private string SitemapXml() =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + string.Concat(Pages.Select(static page => $"<url><loc>{page}</loc><lastmod>2026-03-01</lastmod></url>")) + "</urlset>";

    // Pages differ in how much they lack, so that their scores do.
    private string Html(string path) =>
        $"<!doctype html><html{(path.Length % 2 == 0 ? " lang=\"en\"" : "")}><head><title>The page at {path} of a generated site</title>"
        + (path.Length % 3 == 0 ? "" : "<meta name=\"description\" content=\"A description.\">")
        + $"</head><body><h1>{path}</h1>{string.Concat(Pages.Select(static page => $"<a href=\"{page.AbsolutePath}\">{page.AbsolutePath}</a> "))}</body></html>";
}
