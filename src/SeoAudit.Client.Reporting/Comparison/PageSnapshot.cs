namespace SeoAudit.Client.Reporting;

/// <summary>The gist of one page's outcome, small enough to keep for every page of a run.</summary>
public sealed record PageSnapshot
{
    /// <summary>The page.</summary>
    public required Uri Url { get; init; }

    /// <summary>Whether it was audited, failed, or was not attempted.</summary>
    public required OutcomeStatus Status { get; init; }

    /// <summary>The service that answered, or that the error is about; null where none was asked.</summary>
    public AuditService? Service { get; init; }

    /// <summary>0 to 100; null where there is no audit.</summary>
    public double? Score { get; init; }

    /// <summary>The service's letter for the score; null where it gives none.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The checks that it failed, each once, as named and graded where they first came in the run. Never null.</summary>
    public IReadOnlyList<CheckId> FailedChecks { get; init; } = [];

    /// <summary>Core Web Vitals; null where none were measured.</summary>
    public CoreWebVitals? CoreWebVitals { get; init; }

    /// <summary>Why there is no audit; null where there is one.</summary>
    public string? Error { get; init; }
}
