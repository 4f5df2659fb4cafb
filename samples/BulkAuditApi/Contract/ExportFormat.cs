namespace BulkAuditApi.Contract;

internal enum ExportFormat
{
    Json,
    Csv,
}
