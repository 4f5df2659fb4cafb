using System.Globalization;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>How far one batch is.</summary>
internal sealed record BatchProgress
{
    public static BatchProgress None { get; } = new();

    public int Completed { get; init; }

    public int Passed { get; init; }

    public int Failed { get; init; }

    public int NotAttempted { get; init; }

    public bool IsDone { get; init; }

    /// <summary>When its pages that were not attempted may be tried again.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    public BatchProgress With(PageAuditOutcome outcome) => this with
    {
        Completed = Completed + 1,
        Passed = Passed + (outcome.IsPassed ? 1 : 0),
        Failed = Failed + (outcome.Status == OutcomeStatus.Failed ? 1 : 0),
        NotAttempted = NotAttempted + (outcome.Status == OutcomeStatus.NotAttempted ? 1 : 0),
        ResumeAt = outcome.Status == OutcomeStatus.NotAttempted ? Earlier(ResumeAt, outcome.RetryAt) : ResumeAt,
    };

    public BatchProgress Plus(BatchProgress other) => new()
    {
        Completed = Completed + other.Completed,
        Passed = Passed + other.Passed,
        Failed = Failed + other.Failed,
        NotAttempted = NotAttempted + other.NotAttempted,
        ResumeAt = Earlier(ResumeAt, other.ResumeAt),
    };

    /// <exception cref="SeoAuditJobException">What is stored is none.</exception>
    public static BatchProgress Read(string? text)
    {
        if (text is null)
        {
            return None;
        }

        try
        {
            return text.Split(' ') is [var completed, var passed, var failed, var notAttempted, var isDone, var resumeAt, ..]
                ? new BatchProgress
                {
                    Completed = Count(completed),
                    Passed = Count(passed),
                    Failed = Count(failed),
                    NotAttempted = Count(notAttempted),
                    IsDone = Count(isDone) != 0,
                    ResumeAt = resumeAt == "0" ? null : JobEntry.ReadTime(resumeAt),
                }
                : throw new FormatException("Numbers are missing.");
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw new SeoAuditJobException("The stored progress of a job cannot be read.", exception) { Fault = JobFault.Unusable };
        }
    }

    public string Write() => string.Create(
        CultureInfo.InvariantCulture, $"{Completed} {Passed} {Failed} {NotAttempted} {(IsDone ? 1 : 0)} {ResumeAt?.UtcTicks ?? 0}");

    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static int Count(string number) => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
}
