using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Tests.Shared;

/// <summary>A small page at every address of a loopback site.</summary>
internal sealed class NumberedSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NumberedSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<NumberedSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.Run(static context =>
        {
            byte[] page = Encoding.UTF8.GetBytes(
                $"<!doctype html><html lang=\"en\"><head><title>The page at {context.Request.Path}</title></head><body><h1>A page</h1></body></html>");
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = page.Length;
            return context.Response.Body.WriteAsync(page, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        return new NumberedSite(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
