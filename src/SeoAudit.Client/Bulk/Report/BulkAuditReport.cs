namespace SeoAudit.Client;

/// <summary>
/// What came of a bulk run. Total, passed, failed and the average are defined as in the SEOPeek guide; the average over the audited
/// pages alone stands beside.
/// </summary>
/// <remarks>
/// Made by <see cref="PageAuditOutcomeExtensions.ToReportAsync"/> or <see cref="BulkAuditReportBuilder"/>. The order in which the
/// outcomes came makes no difference to it, apart from <see cref="Outcomes"/> and which of several names of one check is shown.
/// </remarks>
public sealed record BulkAuditReport
{
    /// <summary>All outcomes: audited, failed and not attempted.</summary>
    public int Total { get; init; }

    /// <summary>Outcomes with a score that reaches their <see cref="PageAuditOutcome.PassThreshold"/>, 70 by default.</summary>
    public int Passed { get; init; }

    /// <summary>All others, as in the guide: pages with a lower score, errors, and pages that were not attempted.</summary>
    public int Failed => Total - Passed;

    /// <summary>Pages with an audit, whatever its score.</summary>
    public int Audited { get; init; }

    /// <summary>Outcomes that are <see cref="OutcomeStatus.Failed"/>.</summary>
    public int Errors { get; init; }

    /// <summary>Outcomes that are <see cref="OutcomeStatus.NotAttempted"/>.</summary>
    public int NotAttempted { get; init; }

    /// <summary>Outcomes from the cache or the journal, for which nothing was spent.</summary>
    public int Reused { get; init; }

    /// <summary>
    /// The average score over all outcomes, where a page without an audit counts as 0, to one decimal. A half is rounded to the even
    /// digit, as Python does. 0 where there are no outcomes.
    /// </summary>
    public double AverageScore { get; init; }

    /// <summary>The average score over the audited pages alone, to one decimal, rounded likewise; null where there are none.</summary>
    /// <remarks>After a fallback the scores are of several services, which weigh differently; <see cref="ByService"/> has an average each.</remarks>
    public double? AverageAuditedScore { get; init; }

    /// <summary>
    /// The audited pages with the lowest scores, lowest first, at most <see cref="BulkReportOptions.WorstPages"/>; of equal scores, the
    /// one that comes first in the input is first. Pages without an audit have no score and are not among them, unlike in the guide.
    /// </summary>
    public IReadOnlyList<ScoredPage> WorstPages { get; init; } = [];

    /// <summary>How the audited pages spread over the grades, A first, pages without a grade last. Grades that no page has are left out.</summary>
    /// <remarks>Of more than 1,000 different grades, which no service has, further ones count as none.</remarks>
    public IReadOnlyList<GradeCount> Grades { get; init; } = [];

    /// <summary>
    /// The checks that most pages failed, commonest first, at most <see cref="BulkReportOptions.CommonestChecks"/>. Warnings (SEOgent)
    /// are not failures.
    /// </summary>
    /// <remarks>
    /// 10,000 different checks are told apart, the first that come; no service has more than about a hundred. Failures of further ones
    /// are in <see cref="OtherFailedChecks"/>.
    /// </remarks>
    public IReadOnlyList<FailedCheckCount> FailedChecks { get; init; } = [];

    /// <summary>Failures of all checks that <see cref="FailedChecks"/> does not list, once a page and check.</summary>
    public long OtherFailedChecks { get; init; }

    /// <summary>The errors by kind, commonest first, with an example each; pages that were not attempted are among them.</summary>
    public IReadOnlyList<OutcomeErrorCount> ErrorsByKind { get; init; } = [];

    /// <summary>What each service did and took, for every service that an outcome names.</summary>
    public IReadOnlyList<ServiceUsage> ByService { get; init; } = [];

    /// <summary>
    /// Audits that this run took from the quotas of all services: those made in this run. What came from the cache or the journal took
    /// nothing. Errors are not counted, because no service says whether it counts them.
    /// </summary>
    public int AuditsUsed { get; init; }

    /// <summary>
    /// Credits that this run took, as SEOgent estimated them, of pages with an error too, to six decimals; null where no outcome told
    /// any.
    /// </summary>
    public double? CreditsUsed { get; init; }

    /// <summary>
    /// The earliest moment at which some page that was not attempted may be tried, which is when it makes sense to go on; null where
    /// none was left out or nobody said.
    /// </summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>How long it took, from the call of <see cref="PageAuditOutcomeExtensions.ToReportAsync"/>, or the making of the builder, to the report.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>All outcomes in the order in which they came; empty unless <see cref="BulkReportOptions.KeepOutcomes"/> is set.</summary>
    public IReadOnlyList<PageAuditOutcome> Outcomes { get; init; } = [];
}
