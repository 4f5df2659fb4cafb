using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Bulk.Lanes;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>What could make a run wait for itself.</summary>
public sealed class BulkStallTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");
    private readonly FakeTimeProvider _time = new(Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_batch_that_is_not_full_goes_when_outcomes_behind_it_hold_all_places()
    {
        using var output = new OutcomeQueue(OutcomeOrder.AsSubmitted, 70, places: 4);
        Uri[] urls = [BulkHarness.Page(0), .. Enumerable.Range(0, 10).Select(static number => new Uri($"ftp://example.com/{number}"))];
        await using var source = new IntakeSource(
            Streams.Of(urls), new Intake(output, new BulkTally(_time), journal: null), output, _time, Stop);

        // Nobody can read an outcome before that of the first page.
        Task<IReadOnlyList<BulkItem>> taken = source.TakeAsync(max: 2, Stop);
        await _time.AdvanceUntilAsync(taken, TimeSpan.FromSeconds(1), steps: 1_000);

        Assert.Equal([BulkHarness.Page(0)], (await taken).Select(static item => item.Url));
    }

    [Fact]
    public async Task A_place_that_was_waited_for_in_vain_is_not_lost()
    {
        using var output = new OutcomeQueue(OutcomeOrder.AsSubmitted, 70, places: 2);
        await using var source = new IntakeSource(
            BulkHarness.Pages(6), new Intake(output, new BulkTally(_time), journal: null), output, _time, Stop);
        var indexes = new List<int>();

        // How many a batch has is up to how the clock and the input meet; a place that is lost would end this in vain.
        while (indexes.Count < 6)
        {
            Task<IReadOnlyList<BulkItem>> taken = source.TakeAsync(max: 3, Stop);
            await _time.AdvanceUntilAsync(taken, TimeSpan.FromSeconds(1), steps: 1_000);
            foreach (BulkItem item in await taken)
            {
                output.Write(item, PageAuditOutcome.Failed(item.Url, new SeoAuditException("No."), item.Index));
                indexes.Add((await output.ReadAsync(Stop))!.Index);
            }
        }

        Assert.Equal(Enumerable.Range(0, 6), indexes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_journal_that_cannot_be_read_any_more_ends_the_input_and_loses_no_page_before_it(int batch)
    {
        using (var harness = new BulkHarness())
        {
            await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(
                [BulkHarness.Page(1)], new() { JournalPath = _path }, Stop))
            {
                Assert.True(outcome.IsSuccess);
            }
        }

        BulkJournal journal = await ReopenedAsync();
        journal.Dispose();
        using var output = new OutcomeQueue(OutcomeOrder.AsSubmitted, 70, places: 4);
        await using var source = new IntakeSource(
            BulkHarness.Pages(3), new Intake(output, new BulkTally(_time), journal), output, _time, Stop);

        var taken = new List<BulkItem>();
        while (await source.TakeAsync(batch, Stop) is { Count: > 0 } items)
        {
            taken.AddRange(items);
        }

        BulkItem before = Assert.Single(taken);
        output.Write(before, PageAuditOutcome.Failed(before.Url, new SeoAuditException("No."), before.Index));
        output.Complete(source.Fault);
        var seen = new List<Uri>();
        await Assert.ThrowsAsync<SeoAuditJournalException>(async () =>
        {
            while (await output.ReadAsync(Stop) is { } outcome)
            {
                seen.Add(outcome.Url);
            }
        });
        Assert.Equal([BulkHarness.Page(0)], seen);
    }

    [Fact]
    public async Task Whoever_waits_out_a_pause_is_told_at_once_that_the_gate_has_closed()
    {
        var gate = new ServiceGate(AuditService.SeoPeek, TimeSpan.FromHours(2), _time, new BulkEvents(NullLogger.Instance));
        int first = await gate.EnterAsync(Stop);
        int second = await gate.EnterAsync(Stop);
        var pause = new SeoAuditRateLimitException("Later.")
        {
            RateLimit = new RateLimit { RetryAfter = TimeSpan.FromHours(1), RetryAt = Start + TimeSpan.FromHours(1) },
        };
        Assert.True(gate.Refused(first, pause));
        Task<int> waiting = gate.EnterAsync(Stop).AsTask();
        Assert.False(waiting.IsCompleted);

        Assert.False(gate.Refused(second, new SeoAuditQuotaException("Spent.")));

        await BulkHarness.UntilAsync(() => waiting.IsCompleted);
        Assert.Equal(ServiceGate.Closed, await waiting);
    }

    private async Task<BulkJournal> ReopenedAsync()
    {
        string header = File.ReadLines(_path).First();
        string options = System.Text.Json.JsonDocument.Parse(header).RootElement.GetProperty("options").GetString()!;
        return await BulkJournal.OpenAsync(_path, options, retryFailed: true, _time, Stop);
    }
}
