using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Lanes;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk.Lanes;

/// <summary>One lane, whose service, input and exit are the test's.</summary>
public sealed class ServiceLaneTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.Zero));
    private readonly LaneExit _exit = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_settled_and_the_gate_told()
    {
        ServiceGate gate = await AfterPauseAsync();

        await Run(gate, static batch => batch.SucceedAsync(batch.Items[0], Audit(batch)), pages: 3);

        Assert.Equal(["ok 0", "ok 1", "ok 2"], _exit.Seen);
        Assert.True(gate.EnterAsync(Stop).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_page_that_the_service_forgot_fails()
    {
        await Run(Gate(), static _ => ValueTask.CompletedTask, pages: 1);

        Assert.Equal(["error 0: The service gave no result for this page. (SeoPeek)"], _exit.Seen);
    }

    [Fact]
    public async Task An_error_of_one_page_is_an_answer_of_the_service()
    {
        ServiceGate gate = await AfterPauseAsync();

        await Run(gate, static batch => throw new SeoAuditException($"Broken {batch.Items[0].Index}."), pages: 2);

        Assert.Equal(["fail 0: Broken 0.", "fail 1: Broken 1."], _exit.Seen);
        Assert.True(gate.EnterAsync(Stop).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_page_whose_address_the_client_refuses_is_no_answer_of_the_service()
    {
        ServiceGate gate = await AfterPauseAsync();

        await Run(gate, static batch => throw new ArgumentException("Too long.", nameof(batch)), pages: 1);

        Assert.StartsWith("error 0: ", Assert.Single(_exit.Seen), StringComparison.Ordinal);
        AssertStillOneGoesFirst(gate);
    }

    [Fact]
    public async Task A_fault_breaks_the_worker_off_with_its_pages_and_lets_another_go_first()
    {
        ServiceGate gate = await AfterPauseAsync();

        await Run(gate, static _ => throw new InvalidOperationException("A bug."), pages: 2);

        Assert.Equal(["break 1: A bug."], _exit.Seen);
        AssertStillOneGoesFirst(gate);
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_breaks_off_without_a_fault()
    {
        using var stop = new CancellationTokenSource();

        await new ServiceLane(
            new Auditor(_ =>
            {
                stop.Cancel();
                return ValueTask.FromCanceled(stop.Token);
            }),
            new Source(1),
            Gate(),
            _exit).RunAsync(1, stop.Token);

        Assert.Equal(["break 1: no fault"], _exit.Seen);
    }

    [Fact]
    public async Task A_page_that_is_refused_comes_back_until_the_gate_closes_and_then_leaves_with_the_reason()
    {
        var refusals = 0;
        Task run = Run(
            Gate(budgetSeconds: 4),
            _ =>
            {
                refusals++;
                throw new SeoAuditRateLimitException($"Refusal {refusals}.");
            },
            pages: 2);
        await _time.AdvanceUntilAsync(run, TimeSpan.FromMilliseconds(500), steps: 100);

        Assert.Equal(["close 0: Refusal 3.", "close 1: Refusal 3."], _exit.Seen);
        Assert.Equal(3, refusals);
    }

    [Fact]
    public async Task What_is_about_to_be_queued_is_held_back_by_a_refusal_that_came_meanwhile()
    {
        ServiceGate gate = Gate();
        var lane = new ServiceLane(new Auditor(static _ => ValueTask.CompletedTask), new Source(0), gate, _exit);
        BulkBatch batch = Batch(await gate.EnterAsync(Stop));
        lane.Queueing(batch);
        var refusal = new SeoAuditRateLimitException("Later.");

        lane.Held(batch, refusal);

        Assert.Same(refusal, Record.Exception(() => lane.Queueing(batch)));
        Assert.Equal(_time.GetUtcNow().AddSeconds(1), lane.PausedUntil);
        _time.Advance(TimeSpan.FromSeconds(1));
        batch.Ticket = await gate.EnterAsync(Stop);
        lane.Queued(batch);
        Assert.True(gate.EnterAsync(Stop).AsTask().IsCompletedSuccessfully);
    }

    private static PageAudit Audit(BulkBatch batch) => new() { Url = batch.Items[0].Url, Service = AuditService.SeoPeek, Score = 80 };

    private static void AssertStillOneGoesFirst(ServiceGate gate)
    {
        Assert.True(gate.EnterAsync(Stop).AsTask().IsCompletedSuccessfully);
        Assert.False(gate.EnterAsync(Stop).AsTask().IsCompleted);
    }

    private BulkBatch Batch(int ticket)
    {
        var url = new Uri("https://example.com/");
        return new BulkBatch([new BulkItem(url, url, 0)], AuditService.SeoPeek, _exit) { Ticket = ticket };
    }

    private Task Run(ServiceGate gate, Func<BulkBatch, ValueTask> audit, int pages) =>
        new ServiceLane(new Auditor(audit), new Source(pages), gate, _exit).RunAsync(1, Stop);

    private ServiceGate Gate(double budgetSeconds = 3_600) =>
        new(AuditService.SeoPeek, TimeSpan.FromSeconds(budgetSeconds), _time, new BulkEvents(NullLogger.Instance));

    /// <summary>A gate whose pause is over, and through which one has to go first.</summary>
    private async Task<ServiceGate> AfterPauseAsync()
    {
        ServiceGate gate = Gate();
        gate.Refused(await gate.EnterAsync(Stop), new SeoAuditRateLimitException("Later."));
        _time.Advance(TimeSpan.FromSeconds(2));
        return gate;
    }

    private sealed class Auditor(Func<BulkBatch, ValueTask> audit) : IBulkAuditor
    {
        public AuditService Service => AuditService.SeoPeek;

        public bool Queues => false;

        public int DefaultConcurrency => 1;

        public int BatchSize => 1;

        public async Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken) => await audit(batch);

        public Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken) => Task.FromResult(false);

        public void Dispose()
        {
        }
    }

    private sealed class Source(int pages) : IItemSource
    {
        private int _next;

        public Task<IReadOnlyList<BulkItem>> TakeAsync(int max, CancellationToken cancellationToken)
        {
            var url = new Uri($"https://example.com/{_next}");
            return Task.FromResult<IReadOnlyList<BulkItem>>(_next == pages ? [] : [new BulkItem(url, url, _next++)]);
        }
    }

    private sealed class LaneExit : ILaneExit
    {
        public List<string> Seen { get; } = [];

        public ValueTask FailAsync(BulkBatch batch, SeoAuditException exception) => See($"fail {batch.Items[0].Index}: {exception.Message}");

        public void Close(BulkBatch batch, SeoAuditException reason) => Seen.Add($"close {batch.Items[0].Index}: {reason.Message}");

        public void Break(IReadOnlyList<BulkItem> items, Exception? fault) => Seen.Add($"break {items.Count}: {fault?.Message ?? "no fault"}");

        public ValueTask SettleAsync(BulkItem item, PageAuditOutcome outcome) =>
            See(outcome.IsSuccess ? $"ok {item.Index}" : $"error {item.Index}: {outcome.Error.Message} ({outcome.Error.Service})");

        public ValueTask QueueingAsync(BulkBatch batch) => ValueTask.CompletedTask;

        public void Held(BulkBatch batch, SeoAuditException refusal)
        {
        }

        public ValueTask QueuedAsync(BulkBatch batch, string operationId) => ValueTask.CompletedTask;

        public ValueTask RefusedAsync(BulkBatch batch) => ValueTask.CompletedTask;

        public ValueTask EndedAsync(BulkBatch batch) => ValueTask.CompletedTask;

        private ValueTask See(string what)
        {
            Seen.Add(what);
            return ValueTask.CompletedTask;
        }
    }
}
