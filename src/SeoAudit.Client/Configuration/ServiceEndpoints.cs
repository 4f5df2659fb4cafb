namespace SeoAudit.Client.Configuration;

/// <summary>What the settings say of each service, as far as bulk runs and comparisons must know.</summary>
internal sealed class ServiceEndpoints(Func<SeoAuditOptions> options)
{
    /// <summary>Where a service answers; every emulator is as good as another, whatever port it has.</summary>
    public string Describe(AuditService service) =>
        Select(service) is { IsEmulated: false } settings ? settings.BaseAddress.Authority : "an emulator";

    /// <summary>Whether a service has the key that it needs.</summary>
    public bool IsConfigured(AuditService service) =>
        service == AuditService.SeoPeek || !string.IsNullOrEmpty(Select(service).Credential);

    private ServiceOptions Select(AuditService service)
    {
        SeoAuditOptions all = options();
        return service switch
        {
            AuditService.SeoPeek => all.SeoPeek,
            AuditService.Seogent => all.Seogent,
            _ => all.MetricSpot,
        };
    }
}
