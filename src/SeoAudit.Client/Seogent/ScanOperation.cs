using System.Globalization;
using SeoAudit.Client.Operations;
using SeoAudit.Client.Webhooks;

namespace SeoAudit.Client.Seogent;

/// <summary>A scan that SEOgent has queued. Waiting for it ends in its <see cref="ScanReport"/>.</summary>
public sealed class ScanOperation : AuditOperation<ScanReport>
{
    private readonly ISeogentClient _client;
    private readonly SignalledPause? _pause;
    private bool _isHeldOff;

    /// <summary>Takes up a scan from its id.</summary>
    /// <param name="client">The client to ask; tests can hand in one of their own.</param>
    /// <param name="scanId">The scan.</param>
    /// <param name="polling">How it is waited for; null for the defaults of <see cref="SeogentOptions"/>.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="scanId"/> is no id.</exception>
    public ScanOperation(ISeogentClient client, string scanId, PollingOptions? polling = null, TimeProvider? timeProvider = null)
        : base(AuditService.Seogent, scanId, polling ?? new SeogentOptions().Polling, timeProvider)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Telemetry = (client as SeogentClient)?.Telemetry;
        _pause = (client as SeogentClient)?.PauseOf(Id);
    }

    /// <summary>Wraps a scan that was queued just now.</summary>
    /// <param name="client">The client to ask; tests can hand in one of their own.</param>
    /// <param name="created">What the service answered.</param>
    /// <param name="polling">How it is waited for; null for the defaults of <see cref="SeogentOptions"/>.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public ScanOperation(ISeogentClient client, CreatedScan created, PollingOptions? polling = null, TimeProvider? timeProvider = null)
        : base(AuditService.Seogent, IdOf(created), polling ?? new SeogentOptions().Polling, timeProvider, justStarted: true)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Telemetry = (client as SeogentClient)?.Telemetry;
        _pause = (client as SeogentClient)?.PauseOf(Id);
        Created = created;
    }

    /// <summary>What the service answered when the scan was queued; null where the scan was taken up from its id.</summary>
    public CreatedScan? Created { get; }

    /// <summary>Where the scan stood at the last poll, or when it was queued; null where neither is known. Does not call the service.</summary>
    public ScanStatus? Status => Progress is { } progress ? new ScanStatus(progress.Status) : Created?.Status;

    /// <summary>Cancels the scan. Sent again only where the service did not accept it. A wait for it ends in <see cref="AuditFailedException"/>.</summary>
    /// <param name="cancellationToken">Cancels the call, not the scan.</param>
    /// <returns>The service's words.</returns>
    /// <exception cref="SeoAuditConflictException">The scan has already ended.</exception>
    /// <exception cref="SeoAuditException">The scan could not be cancelled.</exception>
    public Task<ScanCancellation> CancelAsync(CancellationToken cancellationToken = default) =>
        _client.CancelScanAsync(Id, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<AuditProgress> PollAsync(CancellationToken cancellationToken)
    {
        ScanState state;
        try
        {
            state = await _client.GetScanStateAsync(Id, cancellationToken).ConfigureAwait(false);
        }
        catch (SeoAuditException exception)
        {
            Volatile.Write(ref _isHeldOff, exception.RateLimit?.RetryAfter is not null);
            throw;
        }

        Volatile.Write(ref _isHeldOff, state.RateLimit?.RetryAfter is not null);
        return new AuditProgress
        {
            Id = Id,
            Status = state.Status.Value,
            IsFinal = state.Status.IsFinal,
            Percentage = state.Progress?.Percentage,
            TotalPages = state.Progress?.TotalUrls,
            CrawledPages = state.Progress?.UrlsCrawled,
            AnalyzedPages = state.Progress?.UrlsAnalyzed,
            RetryAfter = state.RateLimit?.RetryAfter,
        };
    }

    /// <inheritdoc/>
    protected override async Task<ScanReport> GetResultAsync(CancellationToken cancellationToken)
    {
        if (Status == ScanStatus.Completed)
        {
            return await _client.GetReportAsync(Id, query: null, cancellationToken).ConfigureAwait(false);
        }

        throw new AuditFailedException(
            string.Create(CultureInfo.InvariantCulture, $"Scan '{Id}' ended as '{Status}' after {Progress?.AnalyzedPages ?? 0} of ")
            + string.Create(CultureInfo.InvariantCulture, $"{Progress?.TotalPages ?? 0} pages; GetReportAsync has what was analysed."))
        {
            Service = AuditService.Seogent,
            OperationId = Id,
            Status = Status?.Value,
        };
    }

    /// <summary>Waits for the next poll, or for the signal that the scan has ended, unless the service asked to be left alone.</summary>
    /// <param name="delay">How long to wait at most.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when it is time to poll.</returns>
    protected override Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        _pause is null || Volatile.Read(ref _isHeldOff)
            ? base.PauseAsync(delay, cancellationToken)
            : _pause.RunAsync(stop => base.PauseAsync(delay, stop), cancellationToken);

    private static string IdOf(CreatedScan created)
    {
        ArgumentNullException.ThrowIfNull(created);
        return ServiceIds.Require(AuditService.Seogent, "CreateScan", created.ScanId);
    }
}
