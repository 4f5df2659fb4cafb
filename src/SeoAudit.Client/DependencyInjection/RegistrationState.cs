using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace SeoAudit.Client;

/// <summary>What a registration has set up; kept among the services so that registering twice sets up nothing twice.</summary>
internal sealed class RegistrationState(string name)
{
    public string Name => name;

    public bool KeepHostResilience { get; set; }

    /// <summary>Whether jobs are run when the host starts.</summary>
    public bool RunsJobs { get; set; }

    /// <summary>The limiters that the app supplies.</summary>
    public Dictionary<AuditService, Func<IServiceProvider, RateLimiter>> Limiters { get; } = [];

    public required IHttpClientBuilder SeoPeek { get; set; }

    public required IHttpClientBuilder Seogent { get; set; }

    public required IHttpClientBuilder MetricSpot { get; set; }

    public required IHttpClientBuilder Public { get; set; }
}
