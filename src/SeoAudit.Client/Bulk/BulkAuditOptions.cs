namespace SeoAudit.Client;

/// <summary>How many pages are audited.</summary>
public sealed record BulkAuditOptions
{
    internal const double DefaultPassThreshold = 70;

    /// <summary>The service that audits the pages.</summary>
    /// <value><see cref="AuditService.SeoPeek"/> by default.</value>
    public AuditService Service { get; init; } = AuditService.SeoPeek;

    /// <summary>
    /// The services to turn to, in this order, for a page that <see cref="Service"/> cannot take because its quota or credits are
    /// used up, its limits ask for a longer wait than <see cref="MaxPause"/>, or it is down. The outcome says which one answered.
    /// </summary>
    /// <value>Empty by default: such pages fail or are not attempted.</value>
    public IReadOnlyList<AuditService> ServiceFallback { get; init; } = [];

    /// <summary>
    /// How many audits a service has in flight at most; 1 to 1,000. For SEOgent these are scans, each of up to
    /// <see cref="ScanBatchSize"/> pages.
    /// </summary>
    /// <value>
    /// <see langword="null"/> by default: 5 requests to SEOPeek (its guide stays between 1 and 20; what your plan bears is yours to
    /// choose), 3 scans of SEOgent, 100 queued audits of MetricSpot.
    /// </value>
    public int? MaxConcurrency { get; init; }

    /// <summary>How many pages one scan of SEOgent takes at most; 1 to 1,000, which is what the service allows.</summary>
    /// <value>1,000 by default.</value>
    public int ScanBatchSize { get; init; } = 1_000;

    /// <summary>The order of the outcomes.</summary>
    /// <value><see cref="OutcomeOrder.AsCompleted"/> by default.</value>
    public OutcomeOrder Order { get; init; } = OutcomeOrder.AsCompleted;

    /// <summary>The score from which a page passes; 0 to 100.</summary>
    /// <value>70 by default, as in the SEOPeek guide.</value>
    public double PassThreshold { get; init; } = DefaultPassThreshold;

    /// <summary>
    /// How long a service may be left alone, because it asks for it (429) or a client-side limit does, before the run gives it up:
    /// the pauses since it last answered are added up. 0 to 7 days.
    /// </summary>
    /// <value>2 minutes by default. When it is not enough, the remaining pages are <see cref="OutcomeStatus.NotAttempted"/>.</value>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether Core Web Vitals are measured; SEOgent only, where it costs more credits.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Performance { get; init; }

    /// <summary>Whether WCAG 2.1 AA checks are made; SEOgent only, where it costs more credits.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Accessibility { get; init; }

    /// <summary>What becomes of a page within MetricSpot's 24-hour cooldown.</summary>
    /// <value><see cref="CooldownHandling.Fail"/> by default.</value>
    public CooldownHandling Cooldown { get; init; } = CooldownHandling.Fail;

    /// <summary>How queued scans and audits are waited for; its progress is not used.</summary>
    /// <value><see langword="null"/> by default: as the service's options say.</value>
    public WaitOptions? Wait { get; init; }

    /// <summary>Whether cached audits serve, where the app has set up a cache.</summary>
    /// <value><see cref="CacheMode.Use"/> by default.</value>
    public CacheMode Cache { get; init; } = CacheMode.Use;

    /// <summary>
    /// A file that remembers what was bought and what came of it, so that a run that was killed can be started again without
    /// buying anything twice; created where there is none.
    /// </summary>
    /// <value><see langword="null"/> by default: no journal.</value>
    public string? JournalPath { get; init; }

    /// <summary>A journal that the app keeps elsewhere than in a file; not together with <see cref="JournalPath"/>.</summary>
    /// <value><see langword="null"/> by default.</value>
    public IBulkAuditJournal? Journal { get; init; }

    /// <summary>Whether pages that the journal has as failed are tried again; otherwise their recorded errors come out.</summary>
    /// <value><see langword="true"/> by default. Pages that were not attempted always are.</value>
    public bool RetryFailed { get; init; } = true;

    /// <summary>
    /// Whether nothing is to be bought: only what the journal has, and what earlier runs have queued and this one brings home, comes
    /// out. Other pages of the input have no outcome, and without a journal none has.
    /// </summary>
    /// <value><see langword="false"/> by default.</value>
    public bool OnlyRecorded { get; init; }

    /// <summary>Is told how far the run is, before each outcome comes out.</summary>
    /// <value><see langword="null"/> by default.</value>
    public IProgress<BulkAuditProgress>? Progress { get; init; }

    /// <summary>Whether others may read the journal while the run writes it; whoever sets this keeps other runs off it.</summary>
    internal bool SharesJournal { get; init; }
}
