using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SeoAudit.Client.AspNetCore;

/// <summary>What the health check of the audit services asks, and what it makes of the answers.</summary>
public sealed class SeoAuditHealthOptions
{
    /// <summary>The services to ask.</summary>
    /// <value>Empty by default: SEOPeek, which needs no key, and the others where they have one.</value>
    public ISet<AuditService> Services { get; } = new HashSet<AuditService>();

    /// <summary>How long an answer serves; probes within this time ask nothing.</summary>
    /// <value>1 minute by default; 0 (ask every time) to 1 day.</value>
    public TimeSpan CacheDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a service may take to answer, retries included.</summary>
    /// <value>10 seconds by default; 0.1 seconds to 5 minutes.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Fewer SEOgent credits than this are reported as <see cref="HealthStatus.Degraded"/>, unless the account renews them.</summary>
    /// <value>100 by default; 0 or more.</value>
    public long MinCredits { get; set; } = 100;

    /// <summary>
    /// A smaller share than this of the allowance of SEOPeek (a day) or MetricSpot (a month) left is reported as
    /// <see cref="HealthStatus.Degraded"/>, where the allowance is known (<see cref="ISeoAuditClient.GetQuota"/>).
    /// </summary>
    /// <value>0.1 by default; 0 to 1.</value>
    public double MinQuotaShare { get; set; } = 0.1;
}
