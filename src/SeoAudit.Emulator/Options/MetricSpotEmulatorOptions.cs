namespace SeoAudit.Emulator;

/// <summary>Settings of the MetricSpot emulation.</summary>
public sealed class MetricSpotEmulatorOptions
{
    /// <summary>Known keys and the plan of each. Empty by default.</summary>
    public IDictionary<string, MetricSpotEmulatorPlan> Keys { get; } =
        new Dictionary<string, MetricSpotEmulatorPlan>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a key outside <see cref="Keys"/> that has the documented form (<c>ms_live_</c> and at least 16 of letters,
    /// digits, <c>_</c> and <c>-</c>) is accepted as an account of its own; otherwise it is answered with 401. True by default.
    /// </summary>
    public bool AcceptAnyWellFormedKey { get; set; } = true;

    /// <summary>The plan of accepted keys that <see cref="Keys"/> does not name. Pro by default.</summary>
    public MetricSpotEmulatorPlan DefaultPlan { get; set; } = MetricSpotEmulatorPlan.Pro;

    /// <summary>
    /// Audits in a calendar month UTC for every account; null, the default, for the documented number of the plan (10, 50 or
    /// no limit).
    /// </summary>
    public int? MonthlyQuota { get; set; }

    /// <summary>The wait between two audits of exactly the same URL by one account. 24 hours by default.</summary>
    public TimeSpan UrlCooldown { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whether a failed audit holds up the next one of its URL for <see cref="UrlCooldown"/> too. False by default.</summary>
    public bool CooldownAfterFailure { get; set; }

    /// <summary>The wait between any two audits of one account, documented as a few seconds. 3 s by default.</summary>
    public TimeSpan GlobalSpacing { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an audit stays <c>queued</c>. 100 ms by default.</summary>
    public TimeSpan QueuedDuration { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long an audit stays <c>running</c> at least. 200 ms by default.</summary>
    public TimeSpan RunningDuration { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the rendering of a PDF takes. 200 ms by default.</summary>
    public TimeSpan PdfRenderDuration { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How far every account is connected to Google. Linked by default.</summary>
    public GoogleConnection Google { get; set; } = GoogleConnection.Linked;

    /// <summary>Where a 429 says when to try again. In a property at the root by default.</summary>
    public RetryAtPlacement RetryAtPlacement { get; set; } = RetryAtPlacement.RootProperty;

    /// <summary>The form of the answers about a PDF. Nested by default.</summary>
    public PdfResponseShape PdfResponseShape { get; set; } = PdfResponseShape.Nested;

    /// <summary>Audits without a key that one client address may run in 24 hours. 1 by default.</summary>
    public int AnonymousAuditsPerDay { get; set; } = 1;
}
