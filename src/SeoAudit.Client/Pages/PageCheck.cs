namespace SeoAudit.Client;

/// <summary>One check of a page in the common vocabulary; a member is null where the service has no such thing.</summary>
public sealed record PageCheck
{
    /// <summary>The machine name, e.g. <c>canonical</c> (SEOgent) or <c>technical.https_enforced</c> (MetricSpot).</summary>
    public string? Key { get; init; }

    /// <summary>The name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The verdict.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>What was found, or what to do about it; may be empty.</summary>
    public string Message
    {
        get;
        init => field = value ?? string.Empty;
    } = string.Empty;

    /// <summary>The category (SEOgent) or module (MetricSpot).</summary>
    public string? Category { get; init; }

    /// <summary>How much it matters, e.g. <c>major</c> (MetricSpot).</summary>
    public string? Severity { get; init; }

    /// <summary>Its share in the score (SEOgent).</summary>
    public double? Weight { get; init; }

    /// <summary>The value that was judged (SEOPeek).</summary>
    public string? Value { get; init; }
}
