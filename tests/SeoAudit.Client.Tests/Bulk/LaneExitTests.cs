using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Bulk.Lanes;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class LaneExitTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");
    private readonly FakeTimeProvider _time = new();
    private readonly OutcomeQueue _output = new(OutcomeOrder.AsCompleted, 70, places: 3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _output.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public async Task A_run_that_was_left_writes_nothing_down_and_keeps_nothing_from_others()
    {
        BulkJournal journal = await BulkJournal.OpenAsync(_path, "options", retryFailed: true, _time, Stop);
        var faults = new List<Exception>();
        LaneExit exit = Exit(journal, faults);
        BulkItem item = _output.Submit(BulkHarness.Page(0), BulkHarness.Page(0), 0);
        var batch = new BulkBatch([item], AuditService.Seogent, exit);
        await exit.QueueingAsync(batch);
        journal.Dispose();

        await exit.QueuedAsync(batch, "1");
        await exit.RefusedAsync(batch);
        await batch.FailAsync(item, new SeoAuditException("No."));
        await exit.EndedAsync(batch);

        Assert.Equal("No.", (await _output.ReadAsync(Stop))?.Error?.Message);
        Assert.Empty(faults);
        Assert.Equal(2, File.ReadAllLines(_path).Length);
    }

    [Fact]
    public async Task Nothing_is_queued_that_can_no_longer_be_written_down()
    {
        BulkJournal journal = await BulkJournal.OpenAsync(_path, "options", retryFailed: true, _time, Stop);
        LaneExit exit = Exit(journal, []);
        BulkItem item = _output.Submit(BulkHarness.Page(0), BulkHarness.Page(0), 0);
        journal.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await exit.QueueingAsync(new BulkBatch([item], AuditService.Seogent, exit)));
    }

    private LaneExit Exit(BulkJournal journal, List<Exception> faults)
    {
        var exit = new LaneExit(_output, journal, faults.Add);
        var gate = new ServiceGate(AuditService.Seogent, TimeSpan.FromHours(1), _time, new BulkEvents(NullLogger.Instance));
        exit.Lane = new ServiceLane(null!, null!, gate, exit);
        return exit;
    }
}
