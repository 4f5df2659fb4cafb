using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Caching;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Cancellation.Callers;

/// <summary>An app with one client, a cache and limits of its own, on emulated services, in simulated time.</summary>
internal sealed class BusyApp : IAsyncDisposable
{
    /// <summary>How many audits of MetricSpot the client may queue.</summary>
    public const int Quota = 100_000;

    private static readonly TimeSpan RealLimit = TimeSpan.FromMinutes(2);

    private readonly NumberedSite _site;
    private readonly ServiceProvider _services;
    private bool _isOver;

    private BusyApp(FakeTimeProvider time, SeoAuditEmulator emulator, NumberedSite site)
    {
        Time = time;
        Emulator = emulator;
        _site = site;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.Configure<MemoryCacheOptions>(options => options.Clock = new MemoryClock(time));
        services.AddHybridCache();
        SeoAuditBuilder builder = services.AddSeoAudit(static _ => { }).UseEmulator(emulator).UseCaching().Configure(SetPace);
        foreach (IHttpClientBuilder http in new[] { builder.SeoPeek, builder.Seogent, builder.MetricSpot })
        {
            http.UseSocketsHttpHandler((sockets, _) => sockets.ConnectCallback = Traffic.ConnectAsync);
            http.AddHttpMessageHandler(() => new BusyLink(Traffic, time));
        }

        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; }

    public SeoAuditEmulator Emulator { get; }

    public BusyTraffic Traffic { get; } = new();

    public ISeoAuditClient Client => _services.GetRequiredService<ISeoAuditClient>();

    /// <summary>How far apart they are.</summary>
    public static TimeSpan Spacing { get; } = TimeSpan.FromMilliseconds(150);

    public static async Task<BusyApp> StartAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        var emulated = new SeoAuditEmulatorOptions { TimeProvider = time };
        emulated.SeoPeek.DailyQuota = 1_000_000;
        // The way to it takes longer for one than for another, so that it does not see the gaps that the client keeps.
        emulated.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        return new BusyApp(time, await ApartAsync(() => SeoAuditEmulator.StartAsync(emulated)), await ApartAsync(NumberedSite.StartAsync));
    }

    public Uri Page(string name) => new(_site.Address, "/" + name);

    /// <summary>Lets the clock run for as long as something takes; it stands while anything is at the services.</summary>
    public async Task RunAsync(Func<Task> start)
    {
        Task run = Task.Run(start);
        long started = Stopwatch.GetTimestamp();
        await new ClockHand(Time, TimeSpan.FromSeconds(0.25), _ => Stopwatch.GetElapsedTime(started) < RealLimit)
        {
            IsHeld = () => Traffic.AtServer > 0,
        }.MoveUntilAsync(run);

        Assert.True(run.IsCompleted, $"It came to nothing by {Time.GetUtcNow()}: {Traffic.UnderWay} requests are under way.");
        await run;
        _isOver = true;
    }

    public async ValueTask DisposeAsync()
    {
        // Or it would wait for what is under way, by a clock that stands.
        if (_isOver)
        {
            await _services.DisposeAsync();
        }

        await Emulator.DisposeAsync();
        await _site.DisposeAsync();
    }

    // A server has threads of its own, which never come to rest as the test's do.
    private static Task<T> ApartAsync<T>(Func<Task<T>> start)
    {
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        return Task.Run(start);
    }

    private static void SetPace(SeoAuditOptions options)
    {
        options.SeoPeek.DailyQuota = 100_000;
        options.Seogent.ScansPerMinute = 1_000;
        (options.MetricSpot.Spacing, options.MetricSpot.MonthlyQuota) = (Spacing, Quota);
        options.Seogent.Polling = options.MetricSpot.Polling = new PollingOptions
        {
            InitialDelay = TimeSpan.FromSeconds(1),
            Interval = TimeSpan.FromSeconds(1),
            MaxInterval = TimeSpan.FromSeconds(2),
            Timeout = TimeSpan.FromHours(1),
        };
        foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
        {
            // The clock does not wait for a machine that is slow.
            (service.AttemptTimeout, service.TotalTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            (service.RetryDelay, service.MaxPacingWait) = (TimeSpan.FromSeconds(0.25), TimeSpan.FromHours(1));
        }
    }
}
