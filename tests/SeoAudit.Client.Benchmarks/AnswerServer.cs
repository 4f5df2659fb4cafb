using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Client.Benchmarks;

/// <summary>Answers every request on loopback with the typical audit.</summary>
internal sealed class AnswerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AnswerServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<AnswerServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.Run(static context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answers.Typical.Length;
            return context.Response.Body.WriteAsync(Answers.Typical, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        return new AnswerServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
