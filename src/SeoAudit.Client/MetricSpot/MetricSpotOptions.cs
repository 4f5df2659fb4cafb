using System.Text.Json.Serialization;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Settings of the MetricSpot client.</summary>
public sealed class MetricSpotOptions : ServiceOptions
{
    private const string EmulatorKey = "ms_live_emulator00000000";

    /// <summary>Creates the settings with their defaults.</summary>
    public MetricSpotOptions()
        : base(new Uri("https://app.metricspot.com/"))
    {
    }

    /// <summary>The key (<c>ms_live_…</c>), sent as <c>Authorization: Bearer</c>. The anonymous audit needs none and gets none.</summary>
    /// <value><see langword="null"/> by default. Read on every request. Not written to JSON, nor read from it.</value>
    [JsonIgnore]
    public string? ApiKey { get; set; }

    /// <summary>The plan, whose audits a month this client keeps to.</summary>
    /// <value>
    /// <see langword="null"/> by default: nothing is limited on this side. <see cref="MonthlyQuota"/> wins over it. Read on every call.
    /// </value>
    public MetricSpotPlan? Plan { get; set; }

    /// <summary>
    /// How many audits this client queues in a calendar month, in UTC. Those that fail count too, although MetricSpot counts only
    /// those that complete.
    /// </summary>
    /// <value><see langword="null"/> by default: what <see cref="Plan"/> allows. Otherwise 1 to 1,000,000. Read on every call.</value>
    public int? MonthlyQuota { get; set; }

    /// <summary>
    /// The least time between two audits that are queued, whatever they are of. MetricSpot documents a gap of "a few seconds" for
    /// the whole account, and answers 429 to what comes sooner.
    /// </summary>
    /// <value>5 seconds by default, and 0 after <see cref="SeoAuditOptions.UseEmulator"/>; 0 to 1 hour. Read on every call.</value>
    public TimeSpan Spacing { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How audits are waited for.</summary>
    /// <value>
    /// First poll after 3 seconds, then every 3 to 5 seconds, for at most 2 minutes. MetricSpot documents 10 to 30 seconds for
    /// an audit, up to 90 for a slow page, and polls 3 to 5 seconds apart.
    /// </value>
    public PollingOptions Polling { get; set; } = new()
    {
        InitialDelay = TimeSpan.FromSeconds(3),
        Interval = TimeSpan.FromSeconds(3),
        MaxInterval = TimeSpan.FromSeconds(5),
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>How PDFs are waited for.</summary>
    /// <value>
    /// First poll after 3 seconds, then every 2 to 3 seconds, for at most 1 minute. MetricSpot documents 5 to 20 seconds for a
    /// PDF.
    /// </value>
    public PollingOptions PdfPolling { get; set; } = new()
    {
        InitialDelay = TimeSpan.FromSeconds(3),
        Interval = TimeSpan.FromSeconds(2),
        MaxInterval = TimeSpan.FromSeconds(3),
        Timeout = TimeSpan.FromMinutes(1),
    };

    internal override PacingRules Pacing => Rules("MetricSpot", Quota, Gap);

    private PacingRule? Quota => MonthlyQuota is { } quota
        ? new PacingRule(nameof(MonthlyQuota), quota, Period: null)
        : AuditsAMonth is { } audits ? new PacingRule(nameof(Plan), audits, Period: null) : null;

    private PacingRule? Gap => Spacing > TimeSpan.Zero ? new PacingRule(nameof(Spacing), 1, Spacing) : null;

    private int? AuditsAMonth => Plan switch
    {
        MetricSpotPlan.Free => 10,
        MetricSpotPlan.Starter => 50,
        _ => null,
    };

    internal override string? Credential => IsEmulated ? EmulatorKey : ApiKey;

    internal void MoveToEmulator(Uri root)
    {
        UseEmulator(new Uri(root, "metricspot/"));
        ApiKey = EmulatorKey;
        Spacing = TimeSpan.Zero;
        Polling = PollingOptions.Local(Polling.Timeout);
        PdfPolling = PollingOptions.Local(PdfPolling.Timeout);
    }
}
