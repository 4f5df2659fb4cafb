namespace SeoAudit.Client.Reporting;

/// <summary>What a CSV report holds.</summary>
public sealed record CsvReportOptions
{
    internal static readonly CsvReportOptions Default = new();
}
