using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SeoAudit.Client.AspNetCore.HealthChecks;

/// <summary>How one service is.</summary>
/// <param name="Service">The service.</param>
/// <param name="Status">How it is; unhealthy stands for whatever the app reports failures as.</param>
/// <param name="Fault">What is wrong, in words; null where nothing is.</param>
internal sealed record ServiceHealth(AuditService Service, HealthStatus Status, string? Fault)
{
    /// <summary>Whether it answered; null where it is not known.</summary>
    public bool? IsReachable { get; init; }

    /// <summary>Whether it took the key; null where that cannot be told without spending, or is not known.</summary>
    public bool? IsKeyAccepted { get; init; }

    /// <summary>What is left, in audits or credits; null where it is not known.</summary>
    public long? Remaining { get; init; }

    /// <summary>How many audits the period allows; null where it is not known.</summary>
    public long? Limit { get; init; }

    /// <summary>What it failed with; null where it did not.</summary>
    public Exception? Exception { get; init; }
}
