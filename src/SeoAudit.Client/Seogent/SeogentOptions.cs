using System.Text.Json.Serialization;
using SeoAudit.Client.Pacing;

namespace SeoAudit.Client.Seogent;

/// <summary>Settings of the SEOgent client.</summary>
public sealed class SeogentOptions : ServiceOptions
{
    private const string EmulatorToken = "sk_emulator";

    /// <summary>Creates the settings with their defaults.</summary>
    public SeogentOptions()
        : base(new Uri("https://seogent.ai/api/"))
    {
    }

    /// <summary>The token (<c>sk_…</c>), sent as <c>Authorization: Bearer</c> with every request.</summary>
    /// <value><see langword="null"/> by default. Read on every request. Not written to JSON, nor read from it.</value>
    [JsonIgnore]
    public string? ApiToken { get; set; }

    /// <summary>How many scans this client creates in any minute. Those that fail count too.</summary>
    /// <value>
    /// <see langword="null"/> by default: nothing is limited on this side, because SEOgent publishes no number. Otherwise 1 to 1,000,000.
    /// Read on every call.
    /// </value>
    public int? ScansPerMinute { get; set; }

    /// <summary>How scans are waited for.</summary>
    /// <value>
    /// First poll after 5 seconds, then every 5 to 60 seconds, the longer the more is left to do, for at most 1 hour. SEOgent's
    /// own example polls every 15 seconds.
    /// </value>
    public PollingOptions Polling { get; set; } = new()
    {
        InitialDelay = TimeSpan.FromSeconds(5),
        Interval = TimeSpan.FromSeconds(5),
        MaxInterval = TimeSpan.FromSeconds(60),
        Timeout = TimeSpan.FromHours(1),
    };

    internal override PacingRules Pacing => Rules(
        "Seogent", ScansPerMinute is { } scans ? new PacingRule(nameof(ScansPerMinute), scans, TimeSpan.FromMinutes(1)) : null);

    internal override string? Credential => IsEmulated ? EmulatorToken : ApiToken;

    internal void MoveToEmulator(Uri root)
    {
        UseEmulator(new Uri(root, "seogent/api/"));
        ApiToken = EmulatorToken;
        Polling = PollingOptions.Local(Polling.Timeout);
    }
}
