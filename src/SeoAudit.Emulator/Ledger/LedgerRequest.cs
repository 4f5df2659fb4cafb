namespace SeoAudit.Emulator;

/// <summary>A request that reached the emulator.</summary>
public sealed record LedgerRequest
{
    /// <summary>Its place among all requests that were finished, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The service it went to; null for a path outside the three.</summary>
    public EmulatedService? Service { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The whole path, e.g. <c>/seogent/api/scans</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark; empty without one.</summary>
    public required string Query { get; init; }

    /// <summary>The status of the answer; null when the connection was reset or the client went away before there was one.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The fingerprint of the caller's key, see <see cref="EmulatorLedger.Fingerprint"/>; null without a key.</summary>
    public string? KeyFingerprint { get; init; }

    /// <summary>When it was received, on the emulator's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The rule that acted on it; null when none did.</summary>
    public EmulatorFault? Fault { get; init; }
}
