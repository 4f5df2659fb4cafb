using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SeoAudit.Cli.Emulation;

/// <summary>A folder of static files, served on loopback as static hosts do.</summary>
internal sealed class StaticSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StaticSite(WebApplication app)
    {
        _app = app;
        BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
    }

    public Uri BaseAddress { get; }

    public Uri SitemapUrl => new(BaseAddress, SiteFolder.SitemapPath);

    /// <summary>Serves the folder at a port that follows from its path, so that its pages keep their addresses from run to run; at another where that one is taken.</summary>
    public static async Task<StaticSite> StartAsync(SiteFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return await StartAsync(folder, folder.Port, cancellationToken);
        }
        catch (IOException)
        {
            return await StartAsync(folder, 0, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<StaticSite> StartAsync(SiteFolder folder, int port, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        WebApplication app = builder.Build();
        try
        {
            app.Run(context => ServeAsync(folder, context));
            await app.StartAsync(cancellationToken);
            return new StaticSite(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task ServeAsync(SiteFolder folder, HttpContext context)
    {
        HttpRequest request = context.Request;
        HttpResponse response = context.Response;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        string path = request.Path.Value ?? "/";
        string? file = folder.Find(path);
        if (file is null && path == SiteFolder.SitemapPath)
        {
            response.ContentType = "application/xml; charset=utf-8";
            await response.WriteAsync(folder.Sitemap(new Uri($"{request.Scheme}://{request.Host}/")), context.RequestAborted);
            return;
        }

        if (file is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            file = folder.Find(SiteFolder.NotFoundPath);
        }

        if (file is not null)
        {
            response.ContentType = SiteFolder.ContentTypeOf(file);
            response.ContentLength = new FileInfo(file).Length;
            if (!HttpMethods.IsHead(request.Method))
            {
                await response.SendFileAsync(file, context.RequestAborted);
            }
        }
    }

    /// <summary>In place of the default one, which would take Ctrl+C away from the tool.</summary>
    private sealed class CallerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
