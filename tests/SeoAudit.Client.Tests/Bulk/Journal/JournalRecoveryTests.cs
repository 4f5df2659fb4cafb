using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Bulk.Journal;

public sealed class JournalRecoveryTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 29, 10, 0, 0, TimeSpan.Zero);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");
    private readonly FakeTimeProvider _time = new(Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Batches_with_an_id_come_home_before_those_without()
    {
        await LeaveAsync(id: null, 0, 1);
        await LeaveAsync(id: "7", 2);
        var auditor = new Auditor(static async batch =>
        {
            foreach (BulkItem item in batch.Open)
            {
                await batch.SucceedAsync(item, new PageAudit { Url = item.Url, Service = AuditService.Seogent, Score = 80 });
            }

            await batch.EndedAsync();
            return true;
        });

        using (BulkJournal journal = await RecoverAsync(auditor))
        {
            Assert.Equal(["7", null], auditor.Resumed.Select(static queued => queued.OperationId), StringComparer.Ordinal);
            Assert.Equal([1, 2], auditor.Resumed.Select(static queued => queued.PageCount));
            Assert.All(auditor.Resumed, static queued => Assert.Equal(Now, queued.QueuedAt));
            Assert.False(auditor.Resumed[1].CanBe("7", Now));
            Assert.True(auditor.Resumed[1].CanBe("8", Now));
            Assert.All([0, 1, 2], index => Assert.True(journal.IsAudited(BulkHarness.Page(index))));
            Assert.Equal(OutcomeOrigin.Journal, (await journal.FindAsync(Item(2), Stop))?.Origin);
        }

        using BulkJournal reopened = await OpenAsync();
        Assert.Empty(reopened.OpenOperations);
        Assert.Equal(80, (await reopened.FindAsync(Item(1), Stop))?.Audit?.Score);
    }

    [Fact]
    public async Task What_the_service_does_not_have_is_audited_anew()
    {
        await LeaveAsync(id: null, 0);

        using (BulkJournal journal = await RecoverAsync(new Auditor(static _ => Task.FromResult(false))))
        {
            Assert.Null(await journal.FindAsync(Item(0), Stop));
        }

        using BulkJournal reopened = await OpenAsync();
        Assert.Empty(reopened.OpenOperations);
    }

    [Fact]
    public async Task What_cannot_be_brought_home_fails_and_is_looked_for_by_the_next_run()
    {
        await LeaveAsync(id: "7", 0);

        using (BulkJournal journal = await RecoverAsync(new Auditor(static _ => throw new SeoAuditAuthenticationException("No."))))
        {
            Assert.IsType<SeoAuditAuthenticationException>((await journal.FindAsync(Item(0), Stop))?.Error);
        }

        using BulkJournal reopened = await OpenAsync();
        JournalOperation open = Assert.Single(reopened.OpenOperations);
        Assert.Equal((1, "7", AuditService.Seogent), (open.Number, open.Id, open.Service));
        Assert.Null(await reopened.FindAsync(Item(0), Stop));
    }

    [Fact]
    public async Task Pages_that_are_audited_are_not_asked_for_again()
    {
        await LeaveAsync(id: "7", 0, 1, 1);
        await RecordAsync(0);
        var auditor = new Auditor(static batch =>
        {
            Assert.Equal([BulkHarness.Page(1)], batch.Items.Select(static item => item.Target));
            return Task.FromResult(true);
        });

        using BulkJournal journal = await RecoverAsync(auditor);

        Assert.Equal(3, Assert.Single(auditor.Resumed).PageCount);
    }

    [Fact]
    public async Task A_batch_whose_pages_are_all_audited_has_ended()
    {
        await LeaveAsync(id: "7", 0);
        await RecordAsync(0);
        var auditor = new Auditor(static _ => Task.FromResult(true));

        using (BulkJournal journal = await RecoverAsync(auditor))
        {
            Assert.Empty(auditor.Resumed);
        }

        using BulkJournal reopened = await OpenAsync();
        Assert.Empty(reopened.OpenOperations);
    }

    [Fact]
    public async Task Numbers_go_on_where_the_earlier_run_ended()
    {
        await LeaveAsync(id: "7", 0);
        await LeaveAsync(id: "8", 1);

        using BulkJournal journal = await RecoverAsync(new Auditor(static _ => Task.FromResult(true)));

        Assert.Equal([1, 2], journal.OpenOperations.Select(static operation => operation.Number).Order());
    }

    private static BulkItem Item(int index) => new(BulkHarness.Page(index), BulkHarness.Page(index), index);

    private async Task<BulkJournal> OpenAsync() => await BulkJournal.OpenAsync(_path, "options", retryFailed: true, _time, Stop);

    private async Task LeaveAsync(string? id, params int[] pages)
    {
        using BulkJournal journal = await OpenAsync();
        var batch = new BulkBatch([.. pages.Select(Item)], AuditService.Seogent, new JournalRecovery(journal, new BulkEvents(NullLogger.Instance)));
        await journal.QueueingAsync(batch);
        if (id is not null)
        {
            await journal.QueuedAsync(batch, id);
        }
    }

    private async Task RecordAsync(int page)
    {
        using BulkJournal journal = await OpenAsync();
        var audit = new PageAudit { Url = BulkHarness.Page(page), Service = AuditService.Seogent, Score = 70 };
        await journal.RecordAsync(Item(page), PageAuditOutcome.Succeeded(BulkHarness.Page(page), audit, page));
    }

    private async Task<BulkJournal> RecoverAsync(Auditor auditor)
    {
        BulkJournal journal = await OpenAsync();
        await new JournalRecovery(journal, new BulkEvents(NullLogger.Instance)).RunAsync([auditor], Stop);
        return journal;
    }

    private sealed class Auditor(Func<BulkBatch, Task<bool>> resume) : IBulkAuditor
    {
        public List<QueuedBatch> Resumed { get; } = [];

        public AuditService Service => AuditService.Seogent;

        public bool Queues => true;

        public int DefaultConcurrency => 1;

        public int BatchSize => 10;

        public Task AuditAsync(BulkBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> ResumeAsync(QueuedBatch queued, BulkBatch batch, CancellationToken cancellationToken)
        {
            Resumed.Add(queued);
            return resume(batch);
        }

        public void Dispose()
        {
        }
    }
}
