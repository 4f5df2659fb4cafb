namespace SeoAudit.Client.Reporting;

/// <summary>A page that two runs have, before and after.</summary>
public sealed record PageChange
{
    /// <summary>The page in the earlier run.</summary>
    public required PageSnapshot Before { get; init; }

    /// <summary>The page in the later run.</summary>
    public required PageSnapshot After { get; init; }

    /// <summary>
    /// How many points the score rose, to one decimal, negative where it fell; null where one of the runs has no score, or the two are of different
    /// services, whose scores cannot be compared.
    /// </summary>
    public double? ScoreDelta { get; init; }

    /// <summary>Checks that fail now and did not. Empty where the two runs cannot be compared.</summary>
    public IReadOnlyList<CheckId> NewlyFailing { get; init; } = [];

    /// <summary>Checks that failed and do not any more, those aside that the later run reports of no page. Empty where the two runs cannot be compared.</summary>
    public IReadOnlyList<CheckId> NewlyPassing { get; init; } = [];
}
