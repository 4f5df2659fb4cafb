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

    public static BatchProgress Read(string? text)
    {
        if (text is null)
        {
            return None;
        }

        long[] numbers = [.. text.Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture))];
        return new BatchProgress
        {
            Completed = (int)numbers[0],
            Passed = (int)numbers[1],
            Failed = (int)numbers[2],
            NotAttempted = (int)numbers[3],
            IsDone = numbers[4] != 0,
            ResumeAt = numbers[5] == 0 ? null : new DateTimeOffset(numbers[5], TimeSpan.Zero),
        };
    }

    public string Write() => string.Create(
        CultureInfo.InvariantCulture, $"{Completed} {Passed} {Failed} {NotAttempted} {(IsDone ? 1 : 0)} {ResumeAt?.UtcTicks ?? 0}");

    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
