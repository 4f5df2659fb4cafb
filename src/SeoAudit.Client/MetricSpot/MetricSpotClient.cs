using SeoAudit.Client.Creating;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Http;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.MetricSpot;

internal sealed class MetricSpotClient(
    CreatingCalls<IMetricSpotApi> calls, IPublicDownloader downloader, Func<MetricSpotOptions> options) : IMetricSpotClient
{
    /// <summary>Where the operations that come from here tell of themselves.</summary>
    public ClientTelemetry Telemetry => calls.Telemetry;

    public Task<MetricSpotAuditOperation> QueueAuditAsync(Uri url, CancellationToken cancellationToken = default)
    {
        var request = new AuditRequest(Require.HttpUrl(url, AuditRequest.MaxUrlLength));
        return QueueAsync();

        async Task<MetricSpotAuditOperation> QueueAsync()
        {
            // Read before anything is paid for; from then on the id must not be lost to a broken setting.
            PollingOptions polling = options().Polling;
            return await calls.RunAsync(Plan(polling), cancellationToken).ConfigureAwait(false);
        }

        CreationPlan<IMetricSpotApi, MetricSpotAuditOperation> Plan(PollingOptions polling) => new()
        {
            Method = nameof(IMetricSpotApi.CreateAuditAsync),
            Send = async (once, stop) => new MetricSpotAuditOperation(
                this, MetricSpotAudit.From(await once.CreateAuditAsync(request, stop).ConfigureAwait(false)), polling, calls.Time),
            IdOf = static audit => audit.Id,
            Finder = new AuditFinder(url),
            Adopt = id => new MetricSpotAuditOperation(this, id, polling, calls.Time) { IsAdopted = true },
            WhatToCheck = "look for the page's latest audit in the account's list (ListAuditsAsync, or the service's own pages).",
        };
    }

    public MetricSpotAuditOperation GetAuditOperation(string auditId) => new(this, auditId, options().Polling, calls.Time);

    public Task<MetricSpotAudit> GetAuditAsync(string auditId, CancellationToken cancellationToken = default)
    {
        Require.PathSegment(auditId);
        return GetAsync();

        async Task<MetricSpotAudit> GetAsync() =>
            MetricSpotAudit.From(await calls.Api.GetAuditAsync(auditId, cancellationToken).ConfigureAwait(false));
    }

    public Task<AuditList> ListAuditsAsync(CancellationToken cancellationToken = default) => calls.Api.ListAuditsAsync(cancellationToken);

    public Task<AnonymousAudit> RunAnonymousAuditAsync(Uri url, CancellationToken cancellationToken = default)
    {
        var request = new AuditRequest(Require.HttpUrl(url, AuditRequest.MaxUrlLength));
        return calls.RunAsync(
            new CreationPlan<IMetricSpotApi, AnonymousAudit>
            {
                Method = nameof(IMetricSpotApi.RunAnonymousAuditAsync),
                Send = async (once, stop) =>
                {
                    AnonymousAuditEnvelope answer = await once.RunAnonymousAuditAsync(request, stop).ConfigureAwait(false);
                    return answer.Audit with { RateLimit = answer.RateLimit, RawResponse = answer.RawResponse };
                },
            },
            cancellationToken);
    }

    public Task<PdfOperation> QueuePdfAsync(string auditId, PdfRequest? request = null, CancellationToken cancellationToken = default)
    {
        Require.PathSegment(auditId);
        return QueueAsync();

        async Task<PdfOperation> QueueAsync()
        {
            PollingOptions polling = options().PdfPolling;
            return await calls.RunAsync(Plan(polling), cancellationToken).ConfigureAwait(false);
        }

        CreationPlan<IMetricSpotApi, PdfOperation> Plan(PollingOptions polling) => new()
        {
            Method = nameof(IMetricSpotApi.CreatePdfAsync),
            Send = async (once, stop) =>
            {
                PdfEnvelope queued = await once.CreatePdfAsync(auditId, request ?? new PdfRequest(), stop).ConfigureAwait(false);
                return new PdfOperation(this, downloader, queued.ToPdf(), auditId, polling, calls.Time);
            },
            WhatToCheck = "the service lists no PDFs; look at the audit on the service's own pages. A second PDF of one audit does no harm.",
        };
    }

    public PdfOperation GetPdfOperation(string pdfId) => new(this, pdfId, options().PdfPolling, calls.Time);

    public Task<MetricSpotPdf> GetPdfAsync(string pdfId, CancellationToken cancellationToken = default)
    {
        Require.PathSegment(pdfId);
        return GetAsync();

        async Task<MetricSpotPdf> GetAsync() =>
            (await calls.Api.GetPdfAsync(pdfId, cancellationToken).ConfigureAwait(false)).ToPdf();
    }

    public Task<Stream> DownloadPdfAsync(string pdfId, CancellationToken cancellationToken = default) =>
        calls.Api.DownloadPdfAsync(Require.PathSegment(pdfId), cancellationToken);

    public Task<OrganicTraffic> GetOrganicTrafficAsync(string auditId, CancellationToken cancellationToken = default) =>
        calls.Api.GetOrganicTrafficAsync(Require.PathSegment(auditId), cancellationToken);
}
