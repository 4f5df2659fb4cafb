using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Hosting;

namespace SeoAudit.Emulator.Tests.EndToEnd;

/// <summary>A real site of three pages on loopback, one of them poor, with robots.txt, a sitemap and a dead link.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private LoopbackSite(LoopbackServer server) => _server = server;

    public Uri Root => _server.BaseAddress;

    public static async Task<LoopbackSite> StartAsync() =>
        new(await LoopbackServer.StartAsync(0, AnswerAsync, CancellationToken.None));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Task AnswerAsync(HttpContext context)
    {
        string root = $"http://{context.Request.Host}";
        (string? type, string body) = context.Request.Path.Value switch
        {
            "/robots.txt" => ("text/plain", $"User-agent: *\nAllow: /\nSitemap: {root}/sitemap.xml\n"),
            "/sitemap.xml" => ("application/xml", Sitemap(root)),
            "/" => ("text/html; charset=utf-8", Page(root, "/", "A good page about loopback audits")),
            "/about" => ("text/html; charset=utf-8", Page(root, "/about", "Another good page about audits")),
            "/poor" => ("text/html", "<p>Hello<img src=/gone.png><a href=/gone>x</a>"),
            _ => ((string?)null, ""),
        };
        if (type is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = type;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(body);
    }

    private static string Sitemap(string root) =>
        $"""
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url><loc>{root}/</loc></url><url><loc>{root}/about</loc></url><url><loc>{root}/poor</loc></url>
        </urlset>
        """;

    private static string Page(string root, string path, string title) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="description" content="{title}, described in enough words that a search engine could show it as it is in its list of results.">
          <link rel="canonical" href="{root}{path}">
          <meta property="og:title" content="{title}">
          <meta property="og:description" content="{title}">
          <meta property="og:image" content="{root}/about">
        </head>
        <body><main><h1>{title}</h1><p>{string.Join(' ', Enumerable.Repeat("word", 400))}</p><a href="/about">About the site</a></main></body>
        </html>
        """;
}
