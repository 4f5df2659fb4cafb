namespace SeoAudit.Client.Reporting;

/// <summary>What a JSON or JSON Lines report holds.</summary>
public sealed record JsonReportOptions
{
    internal static readonly JsonReportOptions Default = new();
}
