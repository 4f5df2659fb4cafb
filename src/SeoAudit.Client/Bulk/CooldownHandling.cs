namespace SeoAudit.Client;

/// <summary>What a bulk run makes of a page that MetricSpot will not audit again yet: it audits each URL once in 24 hours.</summary>
public enum CooldownHandling
{
    /// <summary>A failed outcome, whose <see cref="PageAuditOutcome.RetryAt"/> says when the page may be audited again.</summary>
    Fail,

    /// <summary>The last completed audit of that URL, where the account's list still has it; otherwise a failed outcome.</summary>
    UseLatest,
}
