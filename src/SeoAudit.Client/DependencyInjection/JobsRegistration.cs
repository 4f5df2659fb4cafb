using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Jobs;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>Registers the jobs of one registration.</summary>
internal static class JobsRegistration
{
    public static void Add(IServiceCollection services, string name, RegistrationState state, Action<BulkAuditJobsOptions>? configure)
    {
        OptionsBuilder<BulkAuditJobsOptions> options = services.AddOptions<BulkAuditJobsOptions>(name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BulkAuditJobsOptions>, BulkAuditJobsOptionsValidator>());
        object? key = name.Length == 0 ? null : name;
        services.TryAddKeyedSingleton(key, (provider, _) => new JobBoard(
            provider.GetRequiredService<IOptionsMonitor<BulkAuditJobsOptions>>().Get(name),
            ServiceHttpClient.Clock(provider),
            new JobEvents(provider.GetRequiredService<ClientTelemetry>().Logger)));
        services.TryAddKeyedSingleton<IBulkAuditJobs>(key, (provider, _) => new LocalBulkAuditJobs(provider.GetRequiredKeyedService<JobBoard>(key)));
        services.TryAddKeyedSingleton(key, (provider, _) => new JobService(
            provider.GetRequiredKeyedService<JobBoard>(key), provider.GetRequiredKeyedService<ISeoAuditClient>(key)));
        if (!state.RunsJobs)
        {
            state.RunsJobs = true;
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<JobService>(key));
        }
    }
}
