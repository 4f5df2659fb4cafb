using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>A journal that the app keeps elsewhere than in a file.</summary>
public sealed class AppJournalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_are_numbered_without_a_gap_and_a_second_run_audits_nothing_again()
    {
        var journal = new Lines();
        using var first = new BulkHarness();
        await first.Client.AuditPagesAsync(BulkHarness.Pages(20), Options(journal), Stop).CollectAsync();
        Assert.Equal(21, journal.All.Count);
        Assert.All(journal.All, static line => Assert.DoesNotContain('\n', line));
        using var second = new BulkHarness();

        List<PageAuditOutcome> after = await second.Client.AuditPagesAsync(BulkHarness.Pages(25), Options(journal), Stop).CollectAsync();

        Assert.Equal(5, second.Handler.Requests.Count);
        Assert.Equal(20, after.Count(static outcome => outcome.Origin == OutcomeOrigin.Journal));
        Assert.Equal(26, journal.All.Count);
    }

    [Fact]
    public async Task A_run_that_buys_nothing_gives_what_is_recorded_and_no_more()
    {
        var journal = new Lines();
        using var first = new BulkHarness();
        await first.Client.AuditPagesAsync(BulkHarness.Pages(7), Options(journal), Stop).CollectAsync();
        using var second = new BulkHarness();

        List<PageAuditOutcome> recorded = await second.Client.AuditPagesAsync(
            BulkHarness.Pages(20), Options(journal) with { OnlyRecorded = true }, Stop).CollectAsync();
        List<PageAuditOutcome> none = await second.Client.AuditPagesAsync(BulkHarness.Pages(20), new() { OnlyRecorded = true }, Stop).CollectAsync();

        Assert.Equal(7, recorded.Count);
        Assert.Empty(none);
        Assert.Empty(second.Handler.Requests);
    }

    [Fact]
    public async Task One_that_cannot_be_written_ends_the_run_after_what_is_in_flight()
    {
        var journal = new Lines { FailsAt = 4 };
        using var harness = new BulkHarness();
        var outcomes = new List<PageAuditOutcome>();

        SeoAuditJournalException fault = await Assert.ThrowsAsync<SeoAuditJournalException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(BulkHarness.Pages(20), Options(journal), Stop))
            {
                outcomes.Add(outcome);
            }
        });

        Assert.Equal(JournalFault.Unusable, fault.Fault);
        Assert.IsType<InvalidDataException>(fault.InnerException);
        Assert.Equal(harness.Handler.Requests.Count, outcomes.Count);
        Assert.InRange(outcomes.Count, 4, 6);
    }

    [Fact]
    public async Task One_that_belongs_to_a_run_with_other_options_is_refused()
    {
        var journal = new Lines();
        using var harness = new BulkHarness();
        await harness.Client.AuditPagesAsync(BulkHarness.Pages(2), Options(journal), Stop).CollectAsync();

        SeoAuditJournalException fault = await Assert.ThrowsAsync<SeoAuditJournalException>(
            () => harness.Client.AuditPagesAsync(BulkHarness.Pages(2), Options(journal) with { Performance = true }, Stop).CollectAsync());

        Assert.Equal(JournalFault.OtherOptions, fault.Fault);
    }

    [Fact]
    public void A_run_has_one_journal()
    {
        using var harness = new BulkHarness();

        ArgumentException fault = Assert.ThrowsAny<ArgumentException>(
            () => harness.Client.AuditPagesAsync(BulkHarness.Pages(2), Options(new Lines()) with { JournalPath = "x" }, Stop));

        Assert.Contains("'JournalPath'", fault.Message, StringComparison.Ordinal);
    }

    private static BulkAuditOptions Options(IBulkAuditJournal journal) => new() { Journal = journal, MaxConcurrency = 1 };

    private sealed class Lines : IBulkAuditJournal
    {
        private int _calls;

        public List<string> All { get; } = [];

        public int? FailsAt { get; init; }

        public async ValueTask<byte[]?> ReadAsync(int number, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return number < All.Count ? Encoding.UTF8.GetBytes(All[number]) : null;
        }

        public async ValueTask AppendAsync(int number, ReadOnlyMemory<byte> line, CancellationToken cancellationToken = default)
        {
            Assert.Equal(0, Interlocked.Exchange(ref _calls, 1));
            await Task.Yield();
            if (number == FailsAt)
            {
                throw new InvalidDataException();
            }

            Assert.Equal(All.Count, number);
            All.Add(Encoding.UTF8.GetString(line.Span));
            _calls = 0;
        }
    }
}
