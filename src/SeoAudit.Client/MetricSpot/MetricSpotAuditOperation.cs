using SeoAudit.Client.Operations;

namespace SeoAudit.Client.MetricSpot;

/// <summary>An audit that MetricSpot has queued. Waiting for it ends in the <see cref="MetricSpotAudit"/> with its findings.</summary>
public sealed class MetricSpotAuditOperation : AuditOperation<MetricSpotAudit>
{
    private readonly IMetricSpotClient _client;
    private MetricSpotAudit? _latest;

    /// <summary>Takes up an audit from its id.</summary>
    /// <param name="client">The client to ask; tests can hand in one of their own.</param>
    /// <param name="auditId">The audit.</param>
    /// <param name="polling">How it is waited for; null for the defaults of <see cref="MetricSpotOptions"/>.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="auditId"/> is no id.</exception>
    public MetricSpotAuditOperation(
        IMetricSpotClient client, string auditId, PollingOptions? polling = null, TimeProvider? timeProvider = null)
        : base(AuditService.MetricSpot, auditId, polling ?? new MetricSpotOptions().Polling, timeProvider)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Telemetry = (client as MetricSpotClient)?.Telemetry;
    }

    /// <summary>Wraps an audit that was queued just now.</summary>
    /// <param name="client">The client to ask; tests can hand in one of their own.</param>
    /// <param name="queued">What the service answered.</param>
    /// <param name="polling">How it is waited for; null for the defaults of <see cref="MetricSpotOptions"/>.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public MetricSpotAuditOperation(
        IMetricSpotClient client, MetricSpotAudit queued, PollingOptions? polling = null, TimeProvider? timeProvider = null)
        : base(AuditService.MetricSpot, IdOf(queued), polling ?? new MetricSpotOptions().Polling, timeProvider, justStarted: true)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Telemetry = (client as MetricSpotClient)?.Telemetry;
        _latest = queued;
    }

    /// <summary>Where the audit stood at the last poll, or when it was queued; null where neither is known. Does not call the service.</summary>
    public AuditStatus? Status => Volatile.Read(ref _latest)?.Status;

    /// <inheritdoc/>
    protected override async Task<AuditProgress> PollAsync(CancellationToken cancellationToken)
    {
        // The service has no lighter answer about one audit; the one that says completed already holds the result.
        MetricSpotAudit audit = await _client.GetAuditAsync(Id, cancellationToken).ConfigureAwait(false);
        LatestAnswer.Keep(ref _latest, audit, static known => known.Status.IsFinal);
        return new AuditProgress
        {
            Id = Id,
            Status = audit.Status.Value,
            IsFinal = audit.Status.IsFinal,
            RetryAfter = audit.RateLimit?.RetryAfter,
        };
    }

    /// <inheritdoc/>
    protected override Task<MetricSpotAudit> GetResultAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(Completed(Volatile.Read(ref _latest)!));
        }
        catch (AuditFailedException exception)
        {
            return Task.FromException<MetricSpotAudit>(exception);
        }
    }

    /// <summary>The audit, if it is completed; otherwise it failed.</summary>
    internal static MetricSpotAudit Completed(MetricSpotAudit audit) => audit.Status.IsCompleted
        ? audit
        : throw new AuditFailedException($"MetricSpot audit '{audit.Id}' of {audit.Url} ended as '{audit.Status}'. Failed audits cost nothing.")
        {
            Service = AuditService.MetricSpot,
            OperationId = audit.Id,
            Status = audit.Status.Value,
            Result = audit,
        };

    private static string IdOf(MetricSpotAudit queued)
    {
        ArgumentNullException.ThrowIfNull(queued);
        return ServiceIds.Require(AuditService.MetricSpot, "CreateAudit", queued.Id);
    }
}
