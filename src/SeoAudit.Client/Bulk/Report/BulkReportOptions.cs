namespace SeoAudit.Client;

/// <summary>What a <see cref="BulkAuditReport"/> holds beside its counts.</summary>
public sealed record BulkReportOptions
{
    /// <summary>How many of the pages with the lowest scores are listed; 0 to 10,000.</summary>
    /// <value>5 by default, as in the SEOPeek guide.</value>
    public int WorstPages { get; init; } = 5;

    /// <summary>How many of the checks that fail most often are listed; 0 to 10,000.</summary>
    /// <value>10 by default.</value>
    public int CommonestChecks { get; init; } = 10;

    /// <summary>
    /// Whether every outcome, with its audit, is kept in <see cref="BulkAuditReport.Outcomes"/>. Memory then grows with the number of
    /// pages; otherwise it does not.
    /// </summary>
    /// <value><see langword="false"/> by default.</value>
    public bool KeepOutcomes { get; init; }

    /// <summary>The clock that <see cref="BulkAuditReport.Duration"/> is measured with.</summary>
    /// <value><see langword="null"/> by default: the system's.</value>
    public TimeProvider? TimeProvider { get; init; }
}
