namespace SeoAudit.Client.Reporting.Output;

internal enum WriterState
{
    Open,
    Torn,
    Complete,
    Disposed,
}
