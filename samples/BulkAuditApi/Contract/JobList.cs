namespace BulkAuditApi.Contract;

/// <summary>Jobs, the latest first.</summary>
internal sealed record JobList(IReadOnlyList<JobSummary> Jobs);
