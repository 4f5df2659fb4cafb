namespace SeoAudit.Client;

/// <summary>How far a bulk run is; counts of outcomes, the one that is about to come out among them.</summary>
public sealed record BulkAuditProgress
{
    /// <summary>Distinct URLs taken from the input so far.</summary>
    public required int Submitted { get; init; }

    /// <summary>Outcomes so far.</summary>
    public required int Completed { get; init; }

    /// <summary>Outcomes with a score that passes.</summary>
    public required int Passed { get; init; }

    /// <summary>Outcomes with an error, apart from those that were not attempted.</summary>
    public required int Failed { get; init; }

    /// <summary>Outcomes that were not attempted.</summary>
    public required int NotAttempted { get; init; }

    /// <summary>Outcomes from the cache or the journal, for which nothing was spent.</summary>
    public required int Reused { get; init; }

    /// <summary>URLs of the input that had come before, and so have no outcome of their own.</summary>
    public required int Duplicates { get; init; }

    /// <summary>How long the run has lasted.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Until when a service is left alone; null where none is.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}
