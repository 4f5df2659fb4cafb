namespace BulkAuditApi.Contract;

/// <summary>How a job stands, and what came of it once it is completed, or as far as it got before it was cancelled.</summary>
internal sealed record JobResultResponse(Guid JobId, JobStatus Status, BulkAuditResponse? Result);
