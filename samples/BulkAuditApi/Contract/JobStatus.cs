namespace BulkAuditApi.Contract;

/// <summary>The guide's four, and one more: a job can be cancelled here.</summary>
internal enum JobStatus
{
    Pending,
    Running,
    Completed,
    Failed,
    Cancelled,
}
