namespace SeoAudit.Client.Reporting;

/// <summary>A rule of a gate that a run violated.</summary>
public sealed record GateViolation
{
    /// <summary>The rule's member of <see cref="QualityGate"/>, with the check or severity where it has many, e.g. <c>MaxFailedChecks[major]</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What was allowed and what was found, in a sentence or two. It holds nothing that comes from a page or a service.</summary>
    public required string Message { get; init; }

    /// <summary>What was allowed, in the rule's unit: points, pages, checks, or milliseconds; null for a required check.</summary>
    public double? Allowed { get; init; }

    /// <summary>
    /// What was found, in the same unit, at its worst; pages for a required check. Null where the run gave nothing to judge the rule by:
    /// it has no pages, none has a score or a measurement, or none reports the check or the severity.
    /// </summary>
    public double? Actual { get; init; }

    /// <summary>The pages that violate it, worst first, at most 100; empty where the rule is about the run as a whole.</summary>
    public IReadOnlyList<Uri> Pages { get; init; } = [];

    /// <summary>How many pages violate it, all of them.</summary>
    public int PageCount { get; init; }
}
