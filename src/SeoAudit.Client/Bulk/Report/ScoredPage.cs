namespace SeoAudit.Client;

/// <summary>A page and its score, without the audit itself.</summary>
public sealed record ScoredPage
{
    /// <summary>The URL as it was handed in.</summary>
    public required Uri Url { get; init; }

    /// <summary>Its place in the input, from 0.</summary>
    public int Index { get; init; }

    /// <summary>0 to 100; higher is better. Services weigh differently: compare scores of one service only.</summary>
    public required double Score { get; init; }

    /// <summary>The service's letter for the score; null where it gives none (MetricSpot).</summary>
    public Grade? Grade { get; init; }

    /// <summary>The service that made the audit.</summary>
    public required AuditService Service { get; init; }
}
