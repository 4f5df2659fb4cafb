namespace SeoAudit.Client.Reporting;

/// <summary>How the pages of two runs are matched.</summary>
public sealed record ComparisonOptions
{
    /// <summary>
    /// Whether pages are the same where their path and query are, whatever their scheme, host and port: for a preview deployment
    /// against the live site. Of several pages with one path, those of the same full address are matched first, and then the others in
    /// the order of their runs.
    /// </summary>
    /// <value><see langword="false"/> by default.</value>
    public bool IgnoreHost { get; init; }
}
