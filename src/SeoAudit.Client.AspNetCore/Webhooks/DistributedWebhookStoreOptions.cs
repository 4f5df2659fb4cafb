namespace SeoAudit.Client.AspNetCore;

/// <summary>How long machines that share a cache remember scans.</summary>
public sealed class DistributedWebhookStoreOptions
{
    /// <summary>How long a scan that was handled is remembered.</summary>
    /// <value>7 days by default; more than zero.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a scan that a machine began to handle stays its own, should it die: longer than any handler runs.</summary>
    /// <value>5 minutes by default; more than zero.</value>
    public TimeSpan ClaimLifetime { get; set; } = TimeSpan.FromMinutes(5);
}
