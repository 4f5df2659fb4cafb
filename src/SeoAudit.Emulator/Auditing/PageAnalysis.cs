namespace SeoAudit.Emulator.Auditing;

/// <summary>What was found on one fetched page; each emulated service words it in its own dialect.</summary>
internal sealed record PageAnalysis
{
    /// <summary>The address that was asked for.</summary>
    public required Uri RequestedUrl { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    public required int StatusCode { get; init; }

    /// <summary>Weighted share of passed checks, 0–100, rounded to a whole number; a warning counts half.</summary>
    public required int Score { get; init; }

    public required IReadOnlyList<CheckResult> Checks { get; init; }

    public required PageMetadata Metadata { get; init; }

    /// <summary>Time from the request to the response headers, as measured.</summary>
    public required TimeSpan TimeToFirstByte { get; init; }

    /// <summary>Time from the request to the last byte of the body, as measured.</summary>
    public required TimeSpan LoadTime { get; init; }

    public required IReadOnlyList<AccessibilityViolation> AccessibilityViolations { get; init; }

    /// <summary>Absolute http(s) links to the same host, without fragments, each once, in document order.</summary>
    public required IReadOnlyList<Uri> InternalLinks { get; init; }

    /// <summary>Absolute http(s) links to other hosts, each once, in document order.</summary>
    public required IReadOnlyList<Uri> ExternalLinks { get; init; }

    /// <summary>Absolute http(s) addresses of images, each once, in document order.</summary>
    public required IReadOnlyList<Uri> Images { get; init; }
}
