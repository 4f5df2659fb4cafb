namespace SeoAudit.Client.Reporting;

/// <summary>What a JSON or JSON Lines report holds.</summary>
public sealed record JsonReportOptions
{
    internal static readonly JsonReportOptions Default = new();

    /// <summary>
    /// Whether the report has the members of the SEOPeek guide's answer and no other. Such a report is read back without what the guide
    /// has no word for, such as the service and the kind of an error.
    /// </summary>
    /// <value><see langword="false"/> by default: the guide's members, and beside them all else that is known.</value>
    public bool GuideOnly { get; init; }

    /// <summary>Whether a JSON report is laid out over lines for people; JSON Lines never is.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Indented { get; init; }
}
