namespace BulkAuditApi.Contract;

/// <summary>The results in the order of the request. A page passes from a score of 70; all others have failed.</summary>
internal sealed record BulkAuditResponse
{
    public required int Total { get; init; }

    public required int Passed { get; init; }

    public required int Failed { get; init; }

    /// <summary>Over all results, to one decimal; one without an audit counts as 0.</summary>
    public required double AverageScore { get; init; }

    public required IReadOnlyList<AuditResult> Results { get; init; }
}
