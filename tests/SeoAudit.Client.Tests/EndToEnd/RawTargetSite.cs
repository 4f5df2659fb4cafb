using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>A site on loopback that has a page everywhere and remembers the targets of its requests as they were on the wire.</summary>
internal sealed class RawTargetSite : IAsyncDisposable
{
    private static readonly byte[] Html = Encoding.UTF8.GetBytes("<!doctype html><html lang=\"en\"><title>A page</title><h1>A page</h1></html>");

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _targets = new();

    private RawTargetSite(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public IReadOnlyList<string> Targets => [.. _targets];

    public static async Task<RawTargetSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var site = new RawTargetSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        _targets.Enqueue(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        context.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(Html, context.RequestAborted).AsTask();
    }
}
