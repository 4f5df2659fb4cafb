using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SeoAudit.Client.AspNetCore.HealthChecks;

/// <summary>Asks the services of one account, and keeps what they said for a while.</summary>
internal sealed class SeoAuditHealthCheck(
    ISeoAuditClient client, SeoAuditHealthOptions options, Func<IReadOnlyList<AuditService>> configured, TimeProvider time) : IHealthCheck, IDisposable
{
    private readonly ServiceProbe _probe = new(client, options, time);

    // Probes that come together ask once.
    private readonly SemaphoreSlim _asking = new(1);
    private IReadOnlyList<ServiceHealth>? _known;
    private long _knownSince;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ServiceHealth> services = await KnownAsync(cancellationToken).ConfigureAwait(false);
        HealthStatus worst = services.Min(static service => service.Status);
        string? faults = worst == HealthStatus.Healthy
            ? null
            : string.Join("; ", services.Where(static service => service.Fault is not null).Select(static service => $"{service.Service}: {service.Fault}"));
        return new HealthCheckResult(
            worst == HealthStatus.Unhealthy ? context.Registration.FailureStatus : worst,
            faults,
            services.FirstOrDefault(service => service.Status == worst && service.Exception is not null)?.Exception,
            Data(services));
    }

    public void Dispose() => _asking.Dispose();

    private async Task<IReadOnlyList<ServiceHealth>> KnownAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_known is null || time.GetElapsedTime(_knownSince) >= options.CacheDuration)
            {
                IEnumerable<AuditService> asked = options.Services.Count > 0 ? options.Services.Order() : configured();
                _known = await Task.WhenAll(asked.Select(service => _probe.AskAsync(service, cancellationToken))).ConfigureAwait(false);
                _knownSince = time.GetTimestamp();
            }

            return _known;
        }
        finally
        {
            _asking.Release();
        }
    }

    private static Dictionary<string, object> Data(IReadOnlyList<ServiceHealth> services)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (ServiceHealth service in services)
        {
            data[$"{service.Service}.Status"] = service.Status.ToString();
            Add(service, "Reachable", service.IsReachable);
            Add(service, "KeyAccepted", service.IsKeyAccepted);
            Add(service, "Remaining", service.Remaining);
            Add(service, "Limit", service.Limit);
        }

        return data;

        void Add(ServiceHealth service, string name, object? value)
        {
            if (value is not null)
            {
                data[$"{service.Service}.{name}"] = value;
            }
        }
    }
}
