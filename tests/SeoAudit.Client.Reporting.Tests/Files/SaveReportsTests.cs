using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Files;

public sealed class SaveReportsTests : IDisposable
{
    private static readonly PageAuditOutcome[] Pages =
        [Outcomes.Audited("https://example.com/0", 80), Outcomes.Audited("https://example.com/1", 60, 1), Outcomes.Failed("https://example.com/2", index: 2)];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_outcome_is_handed_on_and_in_every_report()
    {
        List<PageAuditOutcome> seen = await AllAsync(Outcomes.Stream(Pages).SaveReportsAsync([_folder["a.csv"], _folder["a.json"], _folder["a.jsonl"]], cancellationToken: Token));

        Assert.Equal(Pages, seen);
        Assert.Equal(["a.csv", "a.json", "a.jsonl"], _folder.Names);
        await AssertHoldAsync(3);
    }

    [Fact]
    public async Task An_outcome_is_handed_on_only_once_it_is_written()
    {
        var options = new ReportOptions { TimeProvider = new FakeTimeProvider() };
        var seen = 0;
        await foreach (PageAuditOutcome outcome in Outcomes.Stream(Pages).SaveReportsAsync([_folder["a.jsonl"]], options, Token))
        {
            byte[] expected = await Written.BytesAsync(ReportFormat.JsonLines, options, Pages[..++seen]);
            Assert.Equal(expected.Length, new FileInfo(_folder["a.jsonl.partial"]).Length);
        }

        Assert.Equal(Pages.Length, seen);
    }

    [Fact]
    public async Task Outcomes_that_end_in_an_exception_leave_whole_reports_and_the_exception()
    {
        static async IAsyncEnumerable<PageAuditOutcome> Broken()
        {
            yield return Pages[0];
            await Task.Yield();
            yield return Pages[1];
            throw new SeoAuditJournalException("The disk is full.");
        }

        await Assert.ThrowsAsync<SeoAuditJournalException>(() => AllAsync(Broken().SaveReportsAsync([_folder["a.csv"], _folder["a.json"], _folder["a.jsonl"]], cancellationToken: Token)));

        await AssertHoldAsync(2);
    }

    [Fact]
    public async Task A_reader_who_stops_leaves_whole_reports()
    {
        await foreach (PageAuditOutcome outcome in Outcomes.Stream(Pages).SaveReportsAsync([_folder["a.csv"], _folder["a.json"], _folder["a.jsonl"]], cancellationToken: Token))
        {
            if (outcome.Index == 1)
            {
                break;
            }
        }

        await AssertHoldAsync(2);
    }

    [Fact]
    public async Task A_reader_who_fails_gets_his_own_exception()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in Outcomes.Stream(Pages).SaveReportsAsync([_folder["a.csv"], _folder["a.json"], _folder["a.jsonl"]], Failing(1), Token))
            {
                if (outcome.Index == 2)
                {
                    throw new InvalidTimeZoneException();
                }
            }
        });

        Assert.Equal(["a.csv.partial", "a.json", "a.jsonl"], _folder.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelled_it_leaves_whole_reports(bool byArgument)
    {
        using var source = new CancellationTokenSource();
        IAsyncEnumerable<PageAuditOutcome> saved = Cancellable(source.Token).SaveReportsAsync(
            [_folder["a.csv"], _folder["a.json"], _folder["a.jsonl"]], cancellationToken: byArgument ? source.Token : CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in saved.WithCancellation(byArgument ? CancellationToken.None : source.Token))
            {
                if (outcome.Index == 1)
                {
                    await source.CancelAsync();
                }
            }
        });

        await AssertHoldAsync(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_report_that_fails_stops_neither_the_outcomes_nor_the_others(int at)
    {
        var seen = new List<PageAuditOutcome>();

        var error = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in Outcomes.Stream(Pages).SaveReportsAsync([_folder["b.csv"], _folder["a.json"], _folder["a.jsonl"]], Failing(at), Token))
            {
                seen.Add(outcome);
            }
        });

        Assert.Equal(Pages, seen);
        Assert.Equal(["a.json", "a.jsonl", "b.csv.partial"], _folder.Names);
        Assert.Equal(3, (await Written.ReadAsync(await File.ReadAllBytesAsync(_folder["a.json"], Token))).Count);
        Assert.Contains(_folder["b.csv"], error.Message, StringComparison.Ordinal);
        Assert.Contains("No space left", error.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(error.InnerException);
    }

    [Fact]
    public async Task Reports_that_cannot_take_their_names_are_all_named()
    {
        var error = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in Outcomes.Stream(Pages).SaveReportsAsync([_folder["a.csv"], _folder["a.json"], _folder["a.jsonl"]], cancellationToken: Token))
            {
                Directory.CreateDirectory(_folder["a.csv"]);
                Directory.CreateDirectory(_folder["a.jsonl"]);
            }
        });

        Assert.Contains(_folder["a.csv"], error.Message, StringComparison.Ordinal);
        Assert.Contains(_folder["a.jsonl"], error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<AggregateException>(error.InnerException).InnerExceptions.Count);
        Assert.Equal(["a.csv", "a.csv.partial", "a.json", "a.jsonl", "a.jsonl.partial"], _folder.Names);
    }

    [Fact]
    public async Task Where_a_file_cannot_be_begun_nothing_is_audited()
    {
        var asked = false;
        async IAsyncEnumerable<PageAuditOutcome> Watched()
        {
            asked = true;
            await Task.Yield();
            yield return Pages[0];
        }

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => AllAsync(Watched().SaveReportsAsync([_folder["a.csv"], _folder["none/a.json"]], cancellationToken: Token)));

        Assert.False(asked);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Names_that_are_wrong_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Outcomes.Stream().SaveReportsAsync([_folder["a.pdf"]], cancellationToken: Token));
        Assert.Throws<ArgumentException>(() => Outcomes.Stream().SaveReportsAsync([_folder["a.csv"], Path.Combine(_folder["x"], "..", "a.csv")], cancellationToken: Token));
        Assert.Throws<ArgumentException>(() => Outcomes.Stream().SaveReportsAsync([" "], cancellationToken: Token));
        Assert.Throws<ArgumentNullException>(() => Outcomes.Stream().SaveReportsAsync(null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>(() => ReportExtensions.SaveReportsAsync(null!, [], cancellationToken: Token));
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task Without_files_the_outcomes_are_handed_on_all_the_same() =>
        Assert.Equal(Pages, await AllAsync(Outcomes.Stream(Pages).SaveReportsAsync([], cancellationToken: Token)));

    /// <summary>The CSV report of it fails at a page.</summary>
    private static ReportOptions Failing(int at) => new()
    {
        Csv = new CsvReportOptions
        {
            Columns = [CsvReportColumn.Text("x", outcome => outcome.Index == at ? throw new IOException("No space left on device") : "x")],
        },
    };

    private static async IAsyncEnumerable<PageAuditOutcome> Cancellable([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (PageAuditOutcome page in Pages)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
    }

    private static async Task<List<PageAuditOutcome>> AllAsync(IAsyncEnumerable<PageAuditOutcome> outcomes)
    {
        var all = new List<PageAuditOutcome>();
        await foreach (PageAuditOutcome outcome in outcomes)
        {
            all.Add(outcome);
        }

        return all;
    }

    private async Task AssertHoldAsync(int pages)
    {
        Assert.Equal(pages + 1, Rfc4180.Read(await File.ReadAllBytesAsync(_folder["a.csv"], Token)).Count);
        Assert.Equal(pages, (await Written.ReadAsync(await File.ReadAllBytesAsync(_folder["a.json"], Token))).Count);
        Assert.Equal(pages, (await Written.ReadAsync(await File.ReadAllBytesAsync(_folder["a.jsonl"], Token))).Count);
        Assert.Equal(["a.csv", "a.json", "a.jsonl"], _folder.Names);
    }
}
