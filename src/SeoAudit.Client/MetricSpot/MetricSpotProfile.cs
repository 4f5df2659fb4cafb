using System.Net.Http.Headers;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.MetricSpot;

internal sealed class MetricSpotProfile : ServiceProfile
{
    public static readonly MetricSpotProfile Instance = new();

    // Documented as under 60 seconds in one place and up to 120 in another.
    private static TimeSpan AnonymousAudit => TimeSpan.FromSeconds(130);

    private static TimeSpan PdfDownload => TimeSpan.FromSeconds(60);

    private MetricSpotProfile()
        : base(
            AuditService.MetricSpot,
            "MetricSpot",
            "MetricSpot:ApiKey",
            new ServiceEndpoint(nameof(IMetricSpotApi.CreateAuditAsync), EndpointKind.Write) { Paced = true },
            new ServiceEndpoint(nameof(IMetricSpotApi.GetAuditAsync), EndpointKind.Read),
            new ServiceEndpoint(nameof(IMetricSpotApi.ListAuditsAsync), EndpointKind.Read),
            new ServiceEndpoint(nameof(IMetricSpotApi.RunAnonymousAuditAsync), EndpointKind.Write)
            {
                Anonymous = true,
                AttemptTimeout = AnonymousAudit,
                TotalTimeout = AnonymousAudit,
            },
            new ServiceEndpoint(nameof(IMetricSpotApi.CreatePdfAsync), EndpointKind.Write),
            new ServiceEndpoint(nameof(IMetricSpotApi.GetPdfAsync), EndpointKind.Read),
            new ServiceEndpoint(nameof(IMetricSpotApi.DownloadPdfAsync), EndpointKind.Read)
            {
                StreamedMediaType = "application/pdf",
                AttemptTimeout = PdfDownload,
                TotalTimeout = PdfDownload * 2,
            },
            new ServiceEndpoint(nameof(IMetricSpotApi.GetOrganicTrafficAsync), EndpointKind.Read))
    {
    }

    public override ServiceOptions Select(SeoAuditOptions options) => options.MetricSpot;

    public override void Authenticate(HttpRequestMessage request, string credential) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);

    // MetricSpot documents its codes by status; the answers themselves may not carry them.
    public override string? ErrorCodeFor(int status) => status switch
    {
        400 => "INVALID_URL",
        401 => "UNAUTHORIZED",
        402 => "QUOTA_EXCEEDED",
        403 => "FORBIDDEN",
        404 => "AUDIT_NOT_FOUND",
        429 => "RATE_LIMITED",
        >= 500 and <= 599 => "UPSTREAM_FAILED",
        _ => null,
    };
}
