using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.MetricSpot;

internal sealed class MetricSpotClient(
    IMetricSpotApi api, IPublicDownloader downloader, Func<MetricSpotOptions> options, TimeProvider time, ClientTelemetry telemetry)
    : IMetricSpotClient
{
    /// <summary>Where the operations that come from here tell of themselves.</summary>
    public ClientTelemetry Telemetry => telemetry;

    public Task<MetricSpotAuditOperation> QueueAuditAsync(Uri url, CancellationToken cancellationToken = default)
    {
        var request = new AuditRequest(Require.HttpUrl(url, AuditRequest.MaxUrlLength));
        return QueueAsync();

        async Task<MetricSpotAuditOperation> QueueAsync()
        {
            // Read before anything is paid for; from then on the id must not be lost to a broken setting.
            PollingOptions polling = options().Polling;
            AuditEnvelope queued = await api.CreateAuditAsync(request, cancellationToken).ConfigureAwait(false);
            return new MetricSpotAuditOperation(this, MetricSpotAudit.From(queued), polling, time);
        }
    }

    public MetricSpotAuditOperation GetAuditOperation(string auditId) => new(this, auditId, options().Polling, time);

    public Task<MetricSpotAudit> GetAuditAsync(string auditId, CancellationToken cancellationToken = default)
    {
        Require.PathSegment(auditId);
        return GetAsync();

        async Task<MetricSpotAudit> GetAsync() =>
            MetricSpotAudit.From(await api.GetAuditAsync(auditId, cancellationToken).ConfigureAwait(false));
    }

    public Task<AuditList> ListAuditsAsync(CancellationToken cancellationToken = default) => api.ListAuditsAsync(cancellationToken);

    public Task<AnonymousAudit> RunAnonymousAuditAsync(Uri url, CancellationToken cancellationToken = default)
    {
        var request = new AuditRequest(Require.HttpUrl(url, AuditRequest.MaxUrlLength));
        return RunAsync();

        async Task<AnonymousAudit> RunAsync()
        {
            AnonymousAuditEnvelope answer = await api.RunAnonymousAuditAsync(request, cancellationToken).ConfigureAwait(false);
            return answer.Audit with { RateLimit = answer.RateLimit, RawResponse = answer.RawResponse };
        }
    }

    public Task<PdfOperation> QueuePdfAsync(string auditId, PdfRequest? request = null, CancellationToken cancellationToken = default)
    {
        Require.PathSegment(auditId);
        return QueueAsync();

        async Task<PdfOperation> QueueAsync()
        {
            PollingOptions polling = options().PdfPolling;
            PdfEnvelope queued = await api.CreatePdfAsync(auditId, request ?? new PdfRequest(), cancellationToken).ConfigureAwait(false);
            return new PdfOperation(this, downloader, queued.ToPdf(), auditId, polling, time);
        }
    }

    public PdfOperation GetPdfOperation(string pdfId) => new(this, pdfId, options().PdfPolling, time);

    public Task<MetricSpotPdf> GetPdfAsync(string pdfId, CancellationToken cancellationToken = default)
    {
        Require.PathSegment(pdfId);
        return GetAsync();

        async Task<MetricSpotPdf> GetAsync() =>
            (await api.GetPdfAsync(pdfId, cancellationToken).ConfigureAwait(false)).ToPdf();
    }

    public Task<Stream> DownloadPdfAsync(string pdfId, CancellationToken cancellationToken = default) =>
        api.DownloadPdfAsync(Require.PathSegment(pdfId), cancellationToken);

    public Task<OrganicTraffic> GetOrganicTrafficAsync(string auditId, CancellationToken cancellationToken = default) =>
        api.GetOrganicTrafficAsync(Require.PathSegment(auditId), cancellationToken);
}
