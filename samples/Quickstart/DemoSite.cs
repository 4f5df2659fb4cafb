using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Quickstart;

/// <summary>The website of an invented furniture maker, faults included, served on a port of this machine, a free one for 0.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DemoSite(WebApplication app)
    {
        _app = app;
        BaseAddress = new Uri(app.Urls.Single());
    }

    public Uri BaseAddress { get; }

    public Uri SitemapUrl => new(BaseAddress, DemoSiteContent.SitemapPath);

    public static async Task<DemoSite> StartAsync(int port, CancellationToken cancellationToken)
    {
        // The empty builder reads no settings of the folder or the environment and writes no log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();

        var app = builder.Build();
        try
        {
            var content = DemoSiteContent.Load();
            app.Run(context => ServeAsync(content, context));
            await app.StartAsync(cancellationToken);
            return new DemoSite(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task ServeAsync(DemoSiteContent content, HttpContext context)
    {
        var request = context.Request;
        var found = content.Find(request.Path.Value);
        var file = found ?? content.NotFound;
        var body = Encoding.UTF8.GetBytes(file.Render($"{request.Scheme}://{request.Host}"));

        context.Response.StatusCode = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>In place of the default one, which would take Ctrl+C away from the program around the site.</summary>
    private sealed class CallerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
