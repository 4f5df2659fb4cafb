using System.Net.Http.Headers;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Seogent;

internal sealed class SeogentProfile : ServiceProfile
{
    public static readonly SeogentProfile Instance = new();

    // 200 pages with their accessibility findings are megabytes.
    private static TimeSpan ResultsAttempt => TimeSpan.FromSeconds(60);

    private SeogentProfile()
        : base(
            AuditService.Seogent,
            "SEOgent",
            "Seogent:ApiToken",
            new ServiceEndpoint(nameof(ISeogentApi.CreateScanAsync), EndpointKind.Write) { Paced = true },
            new ServiceEndpoint(nameof(ISeogentApi.GetScanAsync), EndpointKind.Read),
            new ServiceEndpoint(nameof(ISeogentApi.GetResultsAsync), EndpointKind.Read)
            {
                AttemptTimeout = ResultsAttempt,
                TotalTimeout = ResultsAttempt * 3,
            },
            new ServiceEndpoint(nameof(ISeogentApi.ListScansAsync), EndpointKind.Read),
            new ServiceEndpoint(nameof(ISeogentApi.CancelScanAsync), EndpointKind.Write),
            new ServiceEndpoint(nameof(ISeogentApi.ListDomainsAsync), EndpointKind.Read),
            new ServiceEndpoint(nameof(ISeogentApi.GetCreditsAsync), EndpointKind.Read))
    {
    }

    public override ServiceOptions Select(SeoAuditOptions options) => options.Seogent;

    public override void Authenticate(HttpRequestMessage request, string credential) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);

    public override bool IsConflict(string? code) => string.Equals(code, "scan_already_terminal", StringComparison.OrdinalIgnoreCase);
}
