namespace SeoAudit.Client.Tests.Waiting;

/// <summary>An operation whose polls are answered at once, by their number from 1; it notes when each came.</summary>
internal sealed class ScriptedOperation(PollingOptions polling, TimeProvider time, Func<int, AuditProgress> poll, bool justStarted = false)
    : AuditOperation<string>(AuditService.Seogent, "s-1", polling, time, justStarted)
{
    private readonly TimeProvider _time = time;
    private readonly long _created = time.GetTimestamp();

    public List<TimeSpan> PolledAt { get; } = [];

    public static AuditProgress State(bool isFinal, TimeSpan? retryAfter = null) =>
        new() { Id = "s-1", Status = isFinal ? "done" : "running", IsFinal = isFinal, RetryAfter = retryAfter };

    protected override Task<AuditProgress> PollAsync(CancellationToken cancellationToken)
    {
        PolledAt.Add(_time.GetElapsedTime(_created));
        return Task.FromResult(poll(PolledAt.Count));
    }

    protected override Task<string> GetResultAsync(CancellationToken cancellationToken) => Task.FromResult("result");
}
