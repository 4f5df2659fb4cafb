namespace SeoAudit.Client;

/// <summary>How many pages are audited.</summary>
public sealed record BulkAuditOptions
{
    /// <summary>How many audits are in flight at most; 1 to 1,000.</summary>
    /// <value>5 by default. The SEOPeek guide stays between 1 and 20; what your plan bears is yours to choose.</value>
    public int MaxConcurrency { get; init; } = 5;

    /// <summary>The order of the outcomes.</summary>
    /// <value><see cref="OutcomeOrder.AsCompleted"/> by default.</value>
    public OutcomeOrder Order { get; init; } = OutcomeOrder.AsCompleted;
}
