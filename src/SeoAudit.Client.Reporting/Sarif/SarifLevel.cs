namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>How grave a result is, least first.</summary>
internal enum SarifLevel
{
    Note,
    Warning,
    Error,
}
