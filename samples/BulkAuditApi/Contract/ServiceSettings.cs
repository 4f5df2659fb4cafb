namespace BulkAuditApi.Contract;

/// <summary>What the page must know to offer a job.</summary>
internal sealed record ServiceSettings(int MaxUrls, int MaxConcurrency, bool IsEmulated, int DemoPages);
