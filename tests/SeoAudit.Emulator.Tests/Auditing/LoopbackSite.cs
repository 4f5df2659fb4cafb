using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SeoAudit.Emulator.Tests.Auditing;

/// <summary>A web server on a free port of this machine that answers what a test tells it to; 404 elsewhere.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);

    private LoopbackSite(WebApplication app) => _app = app;

    public Uri Root => new(_app.Urls.Single() + "/");

    public static async Task<LoopbackSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LoopbackSite(builder.Build());
        site._app.Run(context =>
        {
            if (site._pages.TryGetValue(context.Request.Path + context.Request.QueryString, out RequestDelegate? page))
                return page(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await site._app.StartAsync();
        return site;
    }

    public Uri At(string path) => new(Root, path);

    public void On(string path, RequestDelegate answer) => _pages[path] = answer;

    public void Serve(string path, string body, string contentType = "text/html; charset=utf-8", int status = 200) =>
        On(path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });

    public void Serve(string path, byte[] body, string contentType, string? encoding = null) =>
        On(path, async context =>
        {
            context.Response.ContentType = contentType;
            if (encoding is not null)
                context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });

    public void Redirect(string path, string target, int status = 302) =>
        On(path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
