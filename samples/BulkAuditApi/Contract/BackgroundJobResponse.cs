namespace BulkAuditApi.Contract;

/// <summary>A job that was taken.</summary>
internal sealed record BackgroundJobResponse(Guid JobId, JobStatus Status, int TotalUrls, string Message);
