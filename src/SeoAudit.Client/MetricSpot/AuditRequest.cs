namespace SeoAudit.Client.MetricSpot;

/// <summary>The body of <c>POST /api/audits</c> and of <c>POST /api/public/audit</c>.</summary>
/// <param name="Url">The page: absolute, at most 2,000 characters.</param>
public sealed record AuditRequest(string Url)
{
    /// <summary>The longest URL that MetricSpot takes, in characters.</summary>
    public const int MaxUrlLength = 2_000;
}
