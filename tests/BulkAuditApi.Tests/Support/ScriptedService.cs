using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace BulkAuditApi.Tests.Support;

/// <summary>
/// A SEOPeek that answers what the audited address says: <c>?score=71&amp;title=…</c>, <c>?status=404</c>, <c>?hold=name</c> for an
/// answer that waits until the name is let go.
/// </summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    public const string Key = "seo_scripted0123456789";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _audited = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _inFlight;

    private ScriptedService(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What was audited with the key, in order.</summary>
    public IReadOnlyCollection<string> Audited => _audited;

    /// <summary>The most audits that were in flight at a time, and so many until they go on.</summary>
    public int MostInFlight { get; private set; }

    public static async Task<ScriptedService> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var service = new ScriptedService(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    /// <summary>The settings of an app that uses it.</summary>
    public string[] Settings() => [$"SeoAudit:SeoPeek:BaseAddress={Address}", $"SeoAudit:SeoPeek:ApiKey={Key}", "Jobs:PollInterval=00:00:00.1"];

    public int CountOf(string url) => _audited.Count(audited => audited == url);

    public void LetGo(string name) => Held(name).TrySetResult();

    /// <summary>Lets go of <c>name-0</c>, <c>name-1</c> and so on, now and then one, until something is so.</summary>
    public async Task LetGoOneByOneAsync(string name, Task until)
    {
        for (var number = 0; !until.IsCompleted; number++)
        {
            LetGo(string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
            await Task.WhenAny(until, Task.Delay(200));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (TaskCompletionSource held in _held.Values)
        {
            held.TrySetResult();
        }

        await _app.DisposeAsync();
    }

    private static object Audit(string url, Dictionary<string, StringValues> says) => new
    {
        url,
        score = says.TryGetValue("score", out StringValues score) ? double.Parse(score.ToString(), CultureInfo.InvariantCulture) : 80,
        grade = says.TryGetValue("grade", out StringValues grade) ? grade.ToString() : "B",
        checks = new object[]
        {
            new { name = "Title Tag", passed = true, message = "The page has a title.", value = "A title" },
            new { name = "H1 Heading", passed = false, message = "The page has no h1." },
            new { name = "Canonical", passed = true, message = "It has one." },
        },
        meta = new
        {
            title = Text(says, "title"),
            description = Text(says, "description"),
            canonical = Text(says, "canonical"),
            ogTitle = Text(says, "ogTitle"),
            ogDescription = Text(says, "ogDescription"),
            ogImage = Text(says, "ogImage"),
        },
        timestamp = "2026-03-12T12:00:05+00:00",
    };

    private static string? Text(Dictionary<string, StringValues> says, string name) => says.TryGetValue(name, out StringValues text) ? text.ToString() : null;

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/api/health")
        {
            await context.Response.WriteAsJsonAsync(new { status = "ok", service = "seopeek", version = "1.0.0" });
            return;
        }

        string url = context.Request.Query["url"].ToString();
        Assert.Equal(Key, context.Request.Headers["x-api-key"].ToString());
        _audited.Enqueue(url);
        lock (_lock)
        {
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        }

        try
        {
            Dictionary<string, StringValues> says = QueryHelpers.ParseQuery(new Uri(url).Query);
            if (says.TryGetValue("hold", out StringValues name))
            {
                await Held(name.ToString()).Task.WaitAsync(context.RequestAborted);
            }

            if (says.TryGetValue("status", out StringValues status))
            {
                context.Response.StatusCode = int.Parse(status.ToString(), CultureInfo.InvariantCulture);
                await context.Response.WriteAsJsonAsync(new { error = says.TryGetValue("error", out StringValues error) ? error.ToString() : "No such page" });
                return;
            }

            await context.Response.WriteAsJsonAsync(Audit(url, says));
        }
        finally
        {
            lock (_lock)
            {
                _inFlight--;
            }
        }
    }

    private TaskCompletionSource Held(string name) => _held.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
