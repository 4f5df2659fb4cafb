namespace SeoAudit.Client;

/// <summary>One page as several services see it. They weigh differently: compare what they found rather than their scores.</summary>
public sealed record ServiceComparison
{
    /// <summary>The page that was asked for.</summary>
    public required Uri Url { get; init; }

    /// <summary>One outcome for each service that has what it needs to be called, in the order SEOPeek, SEOgent, MetricSpot.</summary>
    public required IReadOnlyList<PageAuditOutcome> Outcomes { get; init; }

    /// <summary>A service's outcome.</summary>
    /// <param name="service">The service.</param>
    /// <returns>Its outcome; null where it was not asked because it has no key.</returns>
    public PageAuditOutcome? this[AuditService service]
    {
        get
        {
            foreach (PageAuditOutcome outcome in Outcomes)
            {
                if (outcome.Service == service)
                {
                    return outcome;
                }
            }

            return null;
        }
    }
}
