namespace SeoAudit.Client.Jobs;

/// <summary>How many outcomes a job has.</summary>
internal sealed record JobCounts(int Completed, int Passed, int Failed, int NotAttempted)
{
    public static JobCounts None { get; } = new(0, 0, 0, 0);

    public JobCounts With(OutcomeStatus status, bool isPassed) => new(
        Completed + 1,
        Passed + (isPassed ? 1 : 0),
        Failed + (status == OutcomeStatus.Failed ? 1 : 0),
        NotAttempted + (status == OutcomeStatus.NotAttempted ? 1 : 0));
}
