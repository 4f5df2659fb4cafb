namespace SeoAudit.Client.Reporting.Output;

/// <summary>An outcome in the words of the SEOPeek guide, where a page without an audit has the score 0 and the grade F.</summary>
internal static class GuideTerms
{
    private const string GradeOfNoAudit = "F";

    // No service gives a score that is no number, and neither format has a word for it.
    public static double GuideScore(this PageAuditOutcome outcome) => outcome.Audit is { Score: var score } && double.IsFinite(score) ? score : 0;

    /// <summary>The grade; empty where the service gives none.</summary>
    public static string GuideGrade(this PageAuditOutcome outcome) =>
        outcome.Audit is { } audit ? audit.Grade?.Value ?? string.Empty : GradeOfNoAudit;

    public static int CountChecks(this PageAuditOutcome outcome, Func<PageCheck, bool> which)
    {
        var count = 0;
        foreach (PageCheck check in outcome.Audit?.Checks ?? [])
        {
            count += which(check) ? 1 : 0;
        }

        return count;
    }

    public static bool IsPassed(this PageCheck check) => check.Status == CheckStatus.Passed;
}
