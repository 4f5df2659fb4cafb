using SeoAudit.Client.Http;
using SeoAudit.Client.Operations;

namespace SeoAudit.Client.MetricSpot;

/// <summary>A PDF that MetricSpot has queued. Waiting for it ends in the file's bytes as they arrive; dispose the stream.</summary>
public sealed class PdfOperation : AuditOperation<Stream>
{
    private readonly IMetricSpotClient _client;
    private readonly PdfAddress? _address;
    private MetricSpotPdf? _latest;

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
        Telemetry = (client as MetricSpotClient)?.Telemetry;
    }

    /// <summary>Wraps a PDF that was queued just now.</summary>
    /// <param name="client">The client to ask.</param>
    /// <param name="downloader">Gets the file where the service named only its address.</param>
    /// <param name="queued">What the service answered.</param>
    /// <param name="auditId">The audit, whose id stands in where the PDF has none.</param>
    /// <param name="polling">How it is waited for.</param>
    /// <param name="time">The clock.</param>
    internal PdfOperation(
        IMetricSpotClient client, IPublicDownloader downloader, MetricSpotPdf queued, string auditId, PollingOptions polling, TimeProvider time)
        : base(AuditService.MetricSpot, ServiceIds.Require(AuditService.MetricSpot, "CreatePdf", queued.Id ?? auditId), polling, time, justStarted: true)
    {
        _client = client;
        Telemetry = (client as MetricSpotClient)?.Telemetry;
        _latest = queued;
        _address = queued switch
        {
            { Id: not null } => null,
            { Url: { } url } => new PdfAddress(downloader, url),
            _ => throw new SeoAuditResponseException("MetricSpot queued a PDF and named neither its id nor its address.")
            {
                Service = AuditService.MetricSpot,
                Operation = "CreatePdf",
                OperationId = auditId,
            },
        };
    }

    /// <summary>Where the PDF stood at the last poll, or when it was queued; null where neither is known. Does not call the service.</summary>
    public PdfStatus? Status => Volatile.Read(ref _latest)?.Status;

    /// <inheritdoc/>
    protected override async Task<AuditProgress> PollAsync(CancellationToken cancellationToken)
    {
        MetricSpotPdf pdf = _address is null
            ? await _client.GetPdfAsync(Id, cancellationToken).ConfigureAwait(false)
            : await LookAsync(_address, _latest!, cancellationToken).ConfigureAwait(false);
        LatestAnswer.Keep(ref _latest, pdf, static known => known.Status.IsReady || known.Status.IsFailed);
        return new AuditProgress
        {
            Id = Id,
            Status = pdf.Status.Value,
            IsFinal = pdf.Status.IsReady || pdf.Status.IsFailed,
            RetryAfter = pdf.RateLimit?.RetryAfter,
        };
    }

    /// <inheritdoc/>
    protected override async Task<Stream> GetResultAsync(CancellationToken cancellationToken)
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

        if (_address is null)
        {
            return await _client.DownloadPdfAsync(Id, cancellationToken).ConfigureAwait(false);
        }

        return await _address.TryOpenAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new SeoAuditResponseException("The address of the PDF answered with something else.") { Service = AuditService.MetricSpot };
    }

    private static async Task<MetricSpotPdf> LookAsync(PdfAddress address, MetricSpotPdf known, CancellationToken cancellationToken)
    {
        if (known.Status.IsFailed)
        {
            return known;
        }

        Stream? file = await address.TryOpenAsync(cancellationToken).ConfigureAwait(false);
        if (file is not null)
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }

        return known with { RateLimit = null, Status = file is null ? PdfStatus.Queued : PdfStatus.Ready };
    }
}
