using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Jobs;

/// <summary>An app with jobs, on a folder of its own, that can be started again and again.</summary>
internal sealed class JobScene : IAsyncDisposable
{
    private readonly Func<Uri, CancellationToken, Task<HttpResponseMessage>> _answer;
    private readonly TimeProvider? _time;
    private readonly Action<BulkAuditJobsOptions>? _configure;
    private readonly ConcurrentQueue<Uri> _asked = [];
    private ServiceProvider _services;

    public JobScene(
        Func<Uri, CancellationToken, Task<HttpResponseMessage>>? answer = null, TimeProvider? time = null, Action<BulkAuditJobsOptions>? configure = null)
    {
        _answer = answer ?? (static (page, _) => Task.FromResult(Good(page)));
        (_time, _configure) = (time, configure);
        Handler = new ScriptedHandler((request, stop) =>
        {
            Uri page = request.RequestUri!.Query.Length > 0 ? Answers.AuditedPage(request) : request.RequestUri;
            _asked.Enqueue(page);
            return _answer(page, stop);
        });
        _services = Build();
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"seoaudit-jobs-{Guid.NewGuid():N}");

    public ScriptedHandler Handler { get; }

    public IServiceProvider Services => _services;

    public IBulkAuditJobs Jobs => _services.GetRequiredService<IBulkAuditJobs>();

    /// <summary>The pages that the service was asked for, by the last segment of their path.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Select(static page => page.AbsolutePath[1..])];

    public static HttpResponseMessage Good(Uri page) => ScriptedHandler.Json(Answers.SeoPeekAudit(page.AbsoluteUri));

    public static Uri Page(int index) => new($"https://example.com/{index}");

    public static Uri[] Pages(int count) => [.. Enumerable.Range(0, count).Select(Page)];

    public string FolderOf(BulkAuditJob job) => Path.Combine(Folder, job.Id);

    public async Task StartAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Stops as a host does whose patience has, or has not, an end.</summary>
    public async Task StopAsync(bool isPatient)
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(new CancellationToken(canceled: !isPatient));
        }
    }

    /// <summary>Ends the process without finishing anything, and makes another one on the same folder, which is not started yet.</summary>
    public async Task BreakOffAsync()
    {
        await StopAsync(isPatient: false);
        await _services.DisposeAsync();
        _services = Build();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(isPatient: false);
        await _services.DisposeAsync();
        Handler.Dispose();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        if (_time is not null)
        {
            services.AddSingleton(_time);
        }

        services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Information).AddFakeLogging());
        services.AddSeoAudit(static options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken) = (TestClient.SeoPeekKey, TestClient.SeogentKey);
            options.SeoPeek.MaxRetries = 0;
        }).On(Handler).AddJobs(jobs =>
        {
            jobs.Folder = Folder;
            _configure?.Invoke(jobs);
        });
        return services.BuildServiceProvider();
    }
}
