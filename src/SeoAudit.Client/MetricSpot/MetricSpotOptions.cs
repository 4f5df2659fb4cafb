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
    /// <value><see langword="null"/> by default. Read on every request.</value>
    public string? ApiKey { get; set; }

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

    internal override string? Credential => IsEmulated ? EmulatorKey : ApiKey;

    internal void MoveToEmulator(Uri root)
    {
        UseEmulator(new Uri(root, "metricspot/"));
        ApiKey = EmulatorKey;
        Polling = PollingOptions.Local(Polling.Timeout);
        PdfPolling = PollingOptions.Local(PdfPolling.Timeout);
    }
}
