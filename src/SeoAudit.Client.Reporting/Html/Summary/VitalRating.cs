namespace SeoAudit.Client.Reporting.Html.Summary;

internal enum VitalRating
{
    Good,
    NeedsImprovement,
    Poor,
}
