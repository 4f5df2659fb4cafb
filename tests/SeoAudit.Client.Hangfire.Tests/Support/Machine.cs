using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Hangfire.Tests.Support;

/// <summary>One app among several on the same storage.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _isEnded;

    public Machine(JobStorage storage, HttpMessageHandler handler, Action<HangfireJobsOptions>? configure = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSeoAudit(static options =>
        {
            (options.SeoPeek.ApiKey, options.Seogent.ApiToken, options.MetricSpot.ApiKey) = (Scene.Key, Scene.Key, "ms_" + Scene.Key);
            options.SeoPeek.MaxRetries = 0;
        }).On(handler).AddHangfireJobs(jobs =>
        {
            jobs.Storage = _ => storage;
            jobs.BatchSize = 5;
            jobs.PollInterval = TimeSpan.FromMilliseconds(30);
            jobs.ConfigureServer = static server => server.SchedulePollingInterval = TimeSpan.FromMilliseconds(200);
            configure?.Invoke(jobs);
        });
        _services = services.BuildServiceProvider();
    }

    public IBulkAuditJobs Jobs => _services.GetRequiredService<IBulkAuditJobs>();

    public ISeoAuditClient Client => _services.GetRequiredService<ISeoAuditClient>();

    public Fleet Fleet => _services.GetRequiredService<Fleet>();

    public async Task<Machine> StartAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        return this;
    }

    /// <summary>Ends as an app whose host was not stopped.</summary>
    public ValueTask EndAsync()
    {
        _isEnded = true;
        return _services.DisposeAsync();
    }

    /// <summary>Stops as a host does whose patience has, or has not, an end.</summary>
    public async Task StopAsync(bool isPatient)
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(new CancellationToken(canceled: !isPatient));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isEnded)
        {
            await StopAsync(isPatient: false);
        }

        await _services.DisposeAsync();
    }
}
