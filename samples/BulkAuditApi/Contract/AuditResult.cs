namespace BulkAuditApi.Contract;

/// <summary>What came of one URL. Without an audit the score is 0, the grade F, and <see cref="Error"/> says why.</summary>
internal sealed record AuditResult
{
    public required string Url { get; init; }

    public required double Score { get; init; }

    public required string Grade { get; init; }

    public required IReadOnlyList<AuditCheck> Checks { get; init; }

    public required PageMeta Meta { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public string? Error { get; init; }
}
