namespace SeoAudit.Client.Reporting.Output;

/// <summary>The services as they write themselves.</summary>
internal static class ServiceName
{
    public static string Of(AuditService service) => service switch
    {
        AuditService.SeoPeek => "SEOPeek",
        AuditService.Seogent => "SEOgent",
        _ => service.ToString(),
    };
}
