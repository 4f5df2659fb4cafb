namespace SeoAudit.Emulator;

/// <summary>How a <see cref="SeoAuditEmulator"/> behaves.</summary>
/// <remarks>
/// The settings of the three services are read anew for every request, so they may be changed while the emulator runs;
/// <see cref="TimeProvider"/>, <see cref="Port"/>, <see cref="AllowedHosts"/> and <see cref="LedgerCapacity"/> are read once, at the start.
/// </remarks>
public sealed class SeoAuditEmulatorOptions
{
    /// <summary>The clock behind quotas, cooldowns, scan phases, delays and time stamps. The system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The port to listen on, 0 to 65,535; 0, the default, for a free one of the system's choice.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The hosts that the emulator may fetch pages from and send webhooks to: names, addresses and networks such as
    /// <c>10.0.0.0/8</c>, without ports. Loopback only by default: <c>localhost</c>, <c>127.0.0.0/8</c> and <c>::1</c>.
    /// </summary>
    public ICollection<string> AllowedHosts { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.0/8", "::1" };

    /// <summary>
    /// How many requests, creations and webhook deliveries <see cref="SeoAuditEmulator.Ledger"/> keeps of each kind; the
    /// oldest are dropped beyond that. At least 1; 100,000 by default.
    /// </summary>
    public int LedgerCapacity { get; set; } = 100_000;

    /// <summary>Settings of the SEOPeek emulation.</summary>
    public SeoPeekEmulatorOptions SeoPeek { get; } = new();

    /// <summary>Settings of the SEOgent emulation.</summary>
    public SeogentEmulatorOptions Seogent { get; } = new();

    /// <summary>Settings of the MetricSpot emulation.</summary>
    public MetricSpotEmulatorOptions MetricSpot { get; } = new();
}
