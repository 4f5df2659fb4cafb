using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>One page of a scan. Source: SEOgent API reference, <c>results.data[]</c>.</summary>
public sealed record ScannedPage
{
    /// <summary>The page's address.</summary>
    public required string Url
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>0 to 100, whole numbers as documented; higher is better.</summary>
    public required double Score { get; init; }

    /// <summary>A 90–100, B 70–89, C 50–69, D and F 0–49; the service's letter, never recomputed.</summary>
    public Grade Grade { get; init; }

    /// <summary>The number of checks.</summary>
    [JsonPropertyName("checks")]
    [JsonConverter(typeof(CountConverter))]
    public int CheckCount { get; init; }

    /// <summary>The messages of failed checks. Never null.</summary>
    public IReadOnlyList<string> FailedChecks
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>The messages of warnings. Never null.</summary>
    public IReadOnlyList<string> Warnings
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>All checks. Never null.</summary>
    public IReadOnlyList<SeogentCheck> AllChecks
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>What the page says of itself. Never null.</summary>
    public ScannedPageMetadata Metadata
    {
        get => field ?? ScannedPageMetadata.Empty;
        init;
    }

    /// <summary>Core Web Vitals; null where they were not asked for or are not there yet.</summary>
    public PagePerformance? Performance { get; init; }

    /// <summary>Accessibility; null where it was not asked for or is not there yet.</summary>
    public PageAccessibility? Accessibility { get; init; }

    /// <summary>When the page was scored; null where the service does not say.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? AnalyzedAt { get; init; }

    /// <summary>The same in the vocabulary that all services share, as <see cref="ISeoAuditClient.AuditPageAsync"/> gives it.</summary>
    /// <param name="url">The page's address, as it is to be called.</param>
    /// <returns>The audit, with this on its <see cref="PageAudit.Source"/>.</returns>
    public PageAudit ToPageAudit(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return SeogentPageAuditor.ToPageAudit(url, this);
    }
}
