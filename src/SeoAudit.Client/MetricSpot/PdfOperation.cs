using SeoAudit.Client.Http;

namespace SeoAudit.Client.MetricSpot;

/// <summary>A PDF that MetricSpot has queued. Waiting for it ends in the file's bytes as they arrive; dispose the stream.</summary>
public sealed class PdfOperation : AuditOperation<Stream>
{
    private readonly IMetricSpotClient _client;
    private readonly IPublicDownloader? _downloader;
    private volatile MetricSpotPdf? _latest;

    /// <summary>Takes up a PDF from its id.</summary>
    /// <param name="client">The client to ask; tests can hand in one of their own.</param>
    /// <param name="pdfId">The PDF's id, not the audit's.</param>
    /// <param name="polling">How it is waited for; null for the defaults of <see cref="MetricSpotOptions.PdfPolling"/>.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="pdfId"/> is no id.</exception>
    public PdfOperation(IMetricSpotClient client, string pdfId, PollingOptions? polling = null, TimeProvider? timeProvider = null)
        : base(AuditService.MetricSpot, pdfId, polling ?? new MetricSpotOptions().PdfPolling, timeProvider)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
    }

    internal PdfOperation(
        IMetricSpotClient client, IPublicDownloader downloader, MetricSpotPdf queued, string auditId, PollingOptions polling, TimeProvider time)
        : base(AuditService.MetricSpot, queued.Id ?? auditId, polling, time, justStarted: true)
    {
        _client = client;
        _downloader = downloader;
        _latest = queued;
    }

    /// <summary>Where the PDF stood at the last poll, or when it was queued; null where neither is known. Does not call the service.</summary>
    public PdfStatus? Status => _latest?.Status;

    // Some answers name no id but only an address where the file will be.
    private bool HasOnlyAddress => _latest is { Id: null, Url: not null } && _downloader is not null;

    /// <inheritdoc/>
    protected override async Task<AuditProgress> PollAsync(CancellationToken cancellationToken)
    {
        MetricSpotPdf pdf = HasOnlyAddress ? _latest! : await _client.GetPdfAsync(Id, cancellationToken).ConfigureAwait(false);
        _latest = HasOnlyAddress ? pdf : pdf with { Id = Id };
        return new AuditProgress
        {
            Id = Id,
            Status = pdf.Status.Value,
            IsFinal = HasOnlyAddress || pdf.Status.IsReady || pdf.Status.IsFailed,
            RetryAfter = pdf.RateLimit?.RetryAfter,
        };
    }

    /// <inheritdoc/>
    protected override Task<Stream> GetResultAsync(CancellationToken cancellationToken)
    {
        if (Status is { IsFailed: true } status)
        {
            throw new AuditFailedException($"MetricSpot PDF '{Id}' ended as '{status}'.")
            {
                Service = AuditService.MetricSpot,
                OperationId = Id,
                Status = status.Value,
                Result = _latest,
            };
        }

        return HasOnlyAddress
            ? _downloader!.DownloadAsync(new Uri(_latest!.Url!, UriKind.Absolute), cancellationToken)
            : _client.DownloadPdfAsync(Id, cancellationToken);
    }
}
