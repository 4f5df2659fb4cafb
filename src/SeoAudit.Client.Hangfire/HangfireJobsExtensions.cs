using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Hangfire;
using SeoAudit.Client.Hangfire.Storage;
using SeoAudit.Client.Hangfire.Workers;

namespace SeoAudit.Client;

/// <summary>Jobs that are spread over machines by Hangfire.</summary>
public static class HangfireJobsExtensions
{
    /// <summary>
    /// Registers <see cref="IBulkAuditJobs"/>: bulk audits in the background, cut into batches that the workers of all machines on the
    /// same Hangfire storage take, while their hosts run. Takes the place of <see cref="SeoAuditBuilder.AddJobs"/>.
    /// </summary>
    /// <remarks>
    /// Needs no <c>AddHangfire</c>; where the app calls it, its storage is used. Keyed registrations have jobs of their own, under the
    /// same key, and need a storage of their own (e.g. a schema or a prefix of its own).
    /// </remarks>
    /// <param name="builder">What <c>AddSeoAudit()</c> returned.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder.</returns>
    public static SeoAuditBuilder AddHangfireJobs(this SeoAuditBuilder builder, Action<HangfireJobsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        OptionsBuilder<HangfireJobsOptions> options = services.AddOptions<HangfireJobsOptions>(builder.Name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HangfireJobsOptions>, HangfireJobsOptionsValidator>());
        object? key = builder.Name.Length == 0 ? null : builder.Name;
        if (services.Any(each => each.ServiceType == typeof(Fleet) && Equals(each.ServiceKey, key)))
        {
            return builder;
        }

        services.TryAddSingleton<StorageUsers>();
        services.AddKeyedSingleton(key, (provider, _) => CreateFleet(provider, builder.Name));
        services.AddKeyedSingleton<IBulkAuditJobs>(key, (provider, _) => new HangfireBulkAuditJobs(provider.GetRequiredKeyedService<Fleet>(key)));
        services.AddKeyedSingleton(key, (provider, _) => new WorkerService(
            provider.GetRequiredKeyedService<Fleet>(key), provider.GetRequiredKeyedService<ISeoAuditClient>(key)));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<WorkerService>(key));
        return builder;
    }

    private static Fleet CreateFleet(IServiceProvider provider, string name)
    {
        HangfireJobsOptions options = provider.GetRequiredService<IOptionsMonitor<HangfireJobsOptions>>().Get(name);
        JobStorage? given = options.Storage is { } storage
            ? storage(provider) ?? throw new InvalidOperationException($"{nameof(HangfireJobsOptions)}.{nameof(options.Storage)} gave null; it must give a storage.")
            : provider.GetService<JobStorage>();
        if (given is not null)
        {
            provider.GetRequiredService<StorageUsers>().Add(given, name);
        }

        // What ends is kept for days, which the memory's own bound of three hours would cut short.
        var memory = given is null ? new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = null }) : null;
        return new Fleet(given ?? memory!, options, provider.GetService<TimeProvider>() ?? TimeProvider.System, memory);
    }
}
