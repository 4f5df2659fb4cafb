using BulkAuditApi.Contract;
using SeoAudit.Client;

namespace BulkAuditApi.Audits;

/// <summary>The client, its cache and its jobs.</summary>
internal static class AuditServices
{
    private const long CacheBytes = 64 * 1024 * 1024;

    /// <param name="services">The app's services.</param>
    /// <param name="configuration">The app's configuration.</param>
    /// <param name="emulator">Where an emulator is; null for the real services.</param>
    public static void AddAudits(this IServiceCollection services, IConfiguration configuration, Uri? emulator)
    {
        services.AddMemoryCache(static memory => memory.SizeLimit = CacheBytes);
        services.AddHybridCache();
        SeoAuditBuilder audits = services.AddSeoAudit(configuration.GetSection(SeoAuditOptions.SectionName))
            .UseCaching(cache => configuration.GetSection("Cache").Bind(cache))
            .AddHangfireJobs(jobs =>
            {
                // A job in one batch: its concurrency is then what the request asked for, on whichever machine it runs.
                jobs.BatchSize = BulkAuditRequest.MaxUrls;
                configuration.GetSection("Jobs").Bind(jobs);
            });
        if (emulator is not null)
        {
            audits.UseEmulator(emulator);
        }

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BulkAudits>();
        services.AddHealthChecks().AddSeoAudit();
    }
}
