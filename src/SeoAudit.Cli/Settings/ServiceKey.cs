using SeoAudit.Client;

namespace SeoAudit.Cli.Settings;

/// <summary>The name of a service's key in the settings.</summary>
/// <param name="Service">The service.</param>
/// <param name="Section">Its section.</param>
/// <param name="Member">The member of the section.</param>
/// <param name="Prefix">What its keys begin with.</param>
internal sealed record ServiceKey(AuditService Service, string Section, string Member, string Prefix)
{
    public static readonly IReadOnlyList<ServiceKey> All =
    [
        new(AuditService.SeoPeek, "SeoPeek", "ApiKey", "seo_"),
        new(AuditService.Seogent, "Seogent", "ApiToken", "sk_"),
        new(AuditService.MetricSpot, "MetricSpot", "ApiKey", "ms_live_"),
    ];

    public string EnvironmentVariable => $"SeoAudit__{Section}__{Member}";

    public static ServiceKey Of(AuditService service) => All.Single(key => key.Service == service);

    /// <summary>What may be shown of a key: nothing but the prefix that all keys of the service have.</summary>
    public string Mask(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? $"{Prefix}…" : "…";
}
