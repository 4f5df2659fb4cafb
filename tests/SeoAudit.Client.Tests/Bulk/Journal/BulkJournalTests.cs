using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Bulk.Journal;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Bulk.Journal;

public sealed class BulkJournalTests : IDisposable
{
    private readonly KeptLines _lines = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _lines.Dispose();

    [Fact]
    public async Task A_new_one_begins_with_the_options_and_a_known_one_is_left_as_it_is()
    {
        using (await OpenAsync())
        {
            Assert.StartsWith("""{"format":"seoaudit-bulk-journal","version":1,""", Assert.Single(_lines.All), StringComparison.Ordinal);
        }

        using (await OpenAsync())
        {
            Assert.Single(_lines.All);
        }

        Assert.Equal(2, _lines.Disposals);
    }

    [Fact]
    public async Task One_that_is_refused_is_let_go_of_at_once()
    {
        _lines.All.Add("""{"format":"another"}""" + "\n");

        SeoAuditJournalException refused = await Assert.ThrowsAsync<SeoAuditJournalException>(OpenAsync);

        Assert.Equal((JournalFault.OtherFormat, "kept"), (refused.Fault, refused.Path));
        Assert.Equal(1, _lines.Disposals);
    }

    [Fact]
    public async Task What_begins_like_no_journal_is_not_even_read()
    {
        _lines.IsForeign = true;

        Assert.Equal(JournalFault.OtherFormat, (await Assert.ThrowsAsync<SeoAuditJournalException>(OpenAsync)).Fault);

        Assert.Equal((1, 0), (_lines.Disposals, _lines.Reads));
    }

    [Theory]
    [InlineData("""{"t":"audited","url":"https://example.com/0","audit":7}""")]
    [InlineData("""{"t":"audited","url":"https://example.com/0","audit":{"score":"high"}}""")]
    [InlineData("""{"t":"audited","url":"https://example.com/0"}""")]
    [InlineData("""{"t":"failed","url":"https://example.com/0","error":[]}""")]
    public async Task An_outcome_that_cannot_be_read_is_as_if_it_were_not_there(string line)
    {
        await AddAsync(line);
        using BulkJournal journal = await OpenAsync(retryFailed: false);

        Assert.Null(await journal.FindAsync(Item(0), Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_earlier_run_failed_at_is_an_outcome_that_may_be_tried_again(bool retryFailed)
    {
        using (BulkJournal earlier = await OpenAsync())
        {
            await earlier.RecordAsync(Item(0), Failed(0));
        }

        using BulkJournal journal = await OpenAsync(retryFailed);

        Assert.True(journal.Has(BulkHarness.Page(0)));
        Assert.False(journal.Has(BulkHarness.Page(1)));
        Assert.False(journal.IsAudited(BulkHarness.Page(0)));
        Assert.False(journal.IsAudited(BulkHarness.Page(1)));
        Assert.Equal(retryFailed, await journal.FindAsync(Item(0), Stop) is null);
        Assert.Null(await journal.FindAsync(Item(1), Stop));
    }

    [Fact]
    public async Task An_outcome_says_where_it_stands()
    {
        await AddAsync("""{"t":"later"}""");
        using (BulkJournal earlier = await OpenAsync())
        {
            Assert.Equal(2, await earlier.RecordAsync(Item(0), Failed(0)));
        }

        using BulkJournal journal = await OpenAsync(retryFailed: false);

        Assert.Equal((2, OutcomeOrigin.Journal), ((await journal.FindAsync(Item(0), Stop))?.JournalPlace, (await journal.FindAsync(Item(0), Stop))?.Origin));
    }

    [Fact]
    public async Task The_last_line_of_a_page_or_batch_holds()
    {
        await AddAsync(
            """{"t":"failed","url":"https://example.com/0","error":{"kind":"quota","message":"Used up."}}""",
            """{"t":"audited","url":"https://example.com/0","audit":{}}""",
            """{"t":"queueing","n":9,"service":"Seogent","at":"2026-03-29T10:00:00Z","urls":["https://example.com/1"]}""",
            """{"t":"queueing","n":4,"service":"MetricSpot","at":"2026-03-29T10:00:00Z","urls":["https://example.com/2"]}""",
            """{"t":"queueing","n":5,"service":"MetricSpot","at":"2026-03-29T10:00:00Z","urls":["https://example.com/3"]}""",
            """{"t":"queued","n":4,"id":"one"}""",
            """{"t":"queued","n":8,"id":"of-none"}""",
            """{"t":"ended","n":9}""",
            """{"t":"refused","n":5}""",
            """{"t":"audited"}""",
            """{"t":"queued","n":4}""",
            """{}""");
        using BulkJournal journal = await OpenAsync();

        Assert.True(journal.IsAudited(BulkHarness.Page(0)));
        JournalOperation open = Assert.Single(journal.OpenOperations);
        Assert.Equal((4, "one", AuditService.MetricSpot), (open.Number, open.Id, open.Service));
        Assert.True(journal.IsKnownId("one"));
        Assert.True(journal.IsKnownId("of-none"));
        Assert.False(journal.IsKnownId("two"));

        var next = new BulkBatch([Item(7)], AuditService.Seogent, new JournalRecovery(journal, new BulkEvents(NullLogger.Instance)));
        await journal.QueueingAsync(next);
        await journal.QueuedAsync(next, "two");

        Assert.Equal(10, next.Number);
        Assert.True(journal.IsKnownId("two"));
        Assert.Equal("""{"t":"queued","n":10,"id":"two"}""" + "\n", _lines.All[^1]);
    }

    private static BulkItem Item(int index) => new(BulkHarness.Page(index), BulkHarness.Page(index), index);

    private static PageAuditOutcome Failed(int index) => PageAuditOutcome.Failed(BulkHarness.Page(index), new SeoAuditException("No."), index);

    private Task<BulkJournal> OpenAsync() => OpenAsync(retryFailed: true);

    private async Task<BulkJournal> OpenAsync(bool retryFailed) =>
        await BulkJournal.OpenAsync(_lines, "options", retryFailed, new FakeTimeProvider(), Stop);

    private async Task AddAsync(params string[] lines)
    {
        using BulkJournal journal = await OpenAsync();
        _lines.All.AddRange(lines.Select(static line => line + "\n"));
    }

    private sealed class KeptLines : IJournalLines
    {
        public List<string> All { get; } = [];

        public bool IsForeign { get; set; }

        public int Disposals { get; private set; }

        public int Reads { get; private set; }

        public string Name => "kept";

        public bool IsEmpty => All.Count == 0;

        public bool BeginsLike(ReadOnlySpan<byte> text) => !IsForeign;

        public ValueTask ReadLinesAsync(JournalLineRead read, CancellationToken cancellationToken)
        {
            Reads++;
            for (var place = 0; place < All.Count; place++)
            {
                read(place, Encoding.UTF8.GetBytes(All[place].TrimEnd('\n')));
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask<byte[]> ReadLineAsync(long place, CancellationToken cancellationToken) => ValueTask.FromResult(Encoding.UTF8.GetBytes(All[(int)place]));

        public ValueTask<long> AppendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
        {
            All.Add(Encoding.UTF8.GetString(line.Span));
            return ValueTask.FromResult(All.Count - 1L);
        }

        public void Dispose() => Disposals++;
    }
}
