using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Tests.Shared;

/// <summary>One page on loopback, for an emulator to audit.</summary>
internal sealed class StaticPage : IAsyncDisposable
{
    private static readonly byte[] Html = Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>A small page that is there to be audited</title>
          <meta name="description" content="This page exists so that an audit has something to read, to count and to complain about.">
        </head>
        <body><main><h1>A small page</h1><p>With a <a href="/other">link</a> and an image: <img src="/x.png"></p></main></body>
        </html>
        """);

    private readonly WebApplication _app;

    private StaticPage(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<StaticPage> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.Body.WriteAsync(Html, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        return new StaticPage(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
