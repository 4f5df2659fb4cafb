namespace BulkAuditApi.Contract;

/// <summary>One check of a page.</summary>
internal sealed record AuditCheck(string Name, bool Passed, string Message, string? Value);
