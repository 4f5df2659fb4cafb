namespace BulkAuditApi.Contract;

/// <summary>One result of a running job: the <see cref="Completed"/>th of <see cref="Total"/>.</summary>
internal sealed record OutcomeEvent(int Completed, int Total, AuditResult Result);
