using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SeoAudit.Client;
using SeoAudit.Emulator;
using static SeoAudit.Tests.Shared.RoundTrips;

/// <summary>What the packages for hosts do: jobs on Hangfire, health checks.</summary>
internal static class HostRoundTrips
{
    public static async Task RunAsync(SeoAuditEmulator emulator, Uri page, CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSeoAudit().UseEmulator(emulator).AddHangfireJobs();
        builder.Services.AddHealthChecks().AddSeoAudit();
        using IHost host = builder.Build();
        await host.StartAsync(cancellationToken);

        BulkAuditJob job = await host.Services.GetRequiredService<IBulkAuditJobs>().SubmitAsync([page], cancellationToken: cancellationToken);
        BulkAuditReport report = await job.WaitForCompletionAsync(cancellationToken: cancellationToken);
        Check(report.Audited == 1, "a job on Hangfire audits a page");

        HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellationToken);
        Check(health.Status == HealthStatus.Healthy, "the services are healthy");
        await host.StopAsync(cancellationToken);
    }
}
