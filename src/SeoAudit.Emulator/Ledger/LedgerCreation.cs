namespace SeoAudit.Emulator;

/// <summary>Something that a service accepted and, mostly, charged for.</summary>
public sealed record LedgerCreation
{
    /// <summary>The service that accepted it.</summary>
    public required EmulatedService Service { get; init; }

    /// <summary>What was created.</summary>
    public required LedgerOperation Operation { get; init; }

    /// <summary>The id that the service gave it; a running number where the service gives none.</summary>
    public required string Id { get; init; }

    /// <summary>The URL or domain that it is about, as it was asked for; the first one of a list. Null for a key.</summary>
    public string? Target { get; init; }

    /// <summary>The fingerprint of the caller's key, see <see cref="EmulatorLedger.Fingerprint"/>; null without a key.</summary>
    public string? KeyFingerprint { get; init; }

    /// <summary>When it was accepted, on the emulator's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// What it has cost so far: credits for a scan (the estimate until it ends, then what was really used), audits from the
    /// quota otherwise (for a MetricSpot audit 0 until it completes).
    /// </summary>
    public required long Spent { get; init; }
}
