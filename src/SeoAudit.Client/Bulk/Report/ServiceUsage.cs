namespace SeoAudit.Client;

/// <summary>What one service did in a run, and what was spent at it.</summary>
public sealed record ServiceUsage
{
    /// <summary>The service.</summary>
    public required AuditService Service { get; init; }

    /// <summary>Pages with an audit of this service, whether it was made in this run or reused.</summary>
    public int Audited { get; init; }

    /// <summary>Errors of this service, apart from those of pages that were not attempted.</summary>
    public int Errors { get; init; }

    /// <summary>Pages that were not attempted because of this service.</summary>
    public int NotAttempted { get; init; }

    /// <summary>Outcomes from the cache or the journal, for which nothing was spent.</summary>
    public int Reused { get; init; }

    /// <summary>
    /// Audits that this run took from the service's quota: those it made in this run. What came from the cache or the journal took
    /// nothing. Errors are not counted, because no service says whether it counts them.
    /// </summary>
    public int AuditsUsed { get; init; }

    /// <summary>
    /// Credits that this run took, as the service estimated them, of pages with an error too, to six decimals; null where no outcome
    /// told any (SEOPeek and MetricSpot have none).
    /// </summary>
    public double? CreditsUsed { get; init; }

    /// <summary>The average score of the audited pages, to one decimal; null where there are none.</summary>
    public double? AverageAuditedScore { get; init; }
}
