using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SeoAudit.Client.Tests.Caching;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>A registered client of an account of its own, its clock, and the connections beneath it.</summary>
internal sealed class CallScene : IAsyncDisposable
{
    // The clock may run on while a call has something to do, but never so far that it would be late.
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly string _jobs = Path.Combine(Path.GetTempPath(), $"seoaudit-scene-{Guid.NewGuid():N}");
    private readonly ServiceProvider _services;
    private int? _lastItem;
    private int _items;

    public CallScene()
    {
        Wire = new Wire(Services.Answer);
        Cache = new BrokenCache(stop => Task.Delay(TimeSpan.FromMilliseconds(200), Time, stop));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<Microsoft.Extensions.Caching.Hybrid.HybridCache>(Cache);
        // What creations are known by is kept for each account as long as the process lives.
        string key = Guid.NewGuid().ToString("N");
        SeoAuditBuilder builder = services.AddSeoAudit(options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) = ("seo_" + key, "sk_" + key, "ms_live_" + key);
            options.SeoPeek.BaseAddress = new Uri(ScriptedServices.Address, "seopeek/");
            options.Seogent.BaseAddress = new Uri(ScriptedServices.Address, "seogent/api/");
            options.MetricSpot.BaseAddress = new Uri(ScriptedServices.Address, "metricspot/");
            options.MetricSpot.PdfPolling.Timeout = Long;
            foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
            {
                (service.AttemptTimeout, service.TotalTimeout) = (Long, Long);
            }
        }).UseCaching().AddJobs(jobs => jobs.Folder = _jobs);
        foreach (IHttpClientBuilder http in new[] { builder.SeoPeek, builder.Seogent, builder.MetricSpot, builder.Public })
        {
            http.UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = Wire.ConnectAsync);
            http.AddHttpMessageHandler(() => new InFlightHandler(InFlight));
        }

        _services = services.BuildServiceProvider();
        Client = Get<ISeoAuditClient>();
    }

    public ObservedTime Time { get; } = new();

    public Wire Wire { get; }

    public ScriptedServices Services { get; } = new();

    public BrokenCache Cache { get; }

    public InFlightCount InFlight { get; } = new();

    public ISeoAuditClient Client { get; }

    /// <summary>What was thrown while the scene was set, for calls that need it.</summary>
    public SeoAuditOutcomeUnknownException? Unknown { get; set; }

    /// <summary>A job that was submitted while the scene was set, for calls that need it.</summary>
    public BulkAuditJob? Job { get; private set; }

    /// <summary>Where the caller stops in what it enumerates; ends when it has come there.</summary>
    public TaskCompletionSource AtItem { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Items => _items;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Begins to count, with all that the services know forgotten.</summary>
    public void Begin(Moment moment)
    {
        Wire.Begin(moment.Request is { } number ? (number, moment.Point) : null);
        Time.Begin(moment.Wait);
        (_items, _lastItem) = (0, moment.Item);
        AtItem = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Enumerates to the end, or to where the caller gives up between two items.</summary>
    public async Task ReadAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        await foreach (T item in items.WithCancellation(CancellationToken.None))
        {
            if (++_items == _lastItem)
            {
                AtItem.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Submits a job of two pages that no service is asked for.</summary>
    public async Task SubmitAsync() =>
        Job = await Get<IBulkAuditJobs>().SubmitAsync([new Uri("ftp://example.com/1"), new Uri("ftp://example.com/2")]);

    /// <summary>Lets the jobs run until that one is done.</summary>
    public async Task RunJobAsync()
    {
        await SubmitAsync();
        IHostedService host = _services.GetServices<IHostedService>().Single();
        await host.StartAsync(CancellationToken.None);
        await Job!.WaitForCompletionAsync();
        await host.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Wire.Dispose();
        // What is still on its way out is given a second by the clock that it was begun with.
        Task closing = _services.DisposeAsync().AsTask();
        await Time.AdvanceUntilAsync(closing, TimeSpan.FromSeconds(1), steps: 60);
        if (Directory.Exists(_jobs))
        {
            Directory.Delete(_jobs, recursive: true);
        }
    }
}
