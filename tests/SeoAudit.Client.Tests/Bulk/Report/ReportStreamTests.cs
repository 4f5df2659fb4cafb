using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using static SeoAudit.Client.Tests.Bulk.Report.SampleOutcomes;

namespace SeoAudit.Client.Tests.Bulk.Report;

/// <summary>How a stream is read into a report.</summary>
public sealed class ReportStreamTests
{
    [Theory]
    [InlineData(-1, 10, nameof(BulkReportOptions.WorstPages))]
    [InlineData(10_001, 10, nameof(BulkReportOptions.WorstPages))]
    [InlineData(5, -1, nameof(BulkReportOptions.CommonestChecks))]
    [InlineData(5, 10_001, nameof(BulkReportOptions.CommonestChecks))]
    public void An_option_out_of_range_is_refused_before_anything_is_read(int worst, int checks, string name)
    {
        var options = new BulkReportOptions { WorstPages = worst, CommonestChecks = checks };
        var read = false;

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(() => { _ = StreamOf(Noticed()).ToReportAsync(options); }).ParamName);
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(() => new BulkAuditReportBuilder(options)).ParamName);
        Assert.False(read);

        IEnumerable<PageAuditOutcome> Noticed()
        {
            read = true;
            yield break;
        }
    }

    [Fact]
    public async Task Nulls_are_refused()
    {
        var builder = new BulkAuditReportBuilder();

        await Assert.ThrowsAsync<ArgumentNullException>(static () => PageAuditOutcomeExtensions.ToReportAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => builder.AddAllAsync(null!));
        Assert.Throws<ArgumentNullException>(() => builder.Add(null!));
    }

    [Fact]
    public async Task The_duration_is_that_of_the_reading()
    {
        var time = new FakeTimeProvider();

        BulkAuditReport report = await Slow().ToReportAsync(new BulkReportOptions { TimeProvider = time });

        Assert.Equal(TimeSpan.FromSeconds(90), report.Duration);

        async IAsyncEnumerable<PageAuditOutcome> Slow()
        {
            for (var index = 0; index < 3; index++)
            {
                time.Advance(TimeSpan.FromSeconds(30));
                await Task.CompletedTask;
                yield return Audited(80, index);
            }
        }
    }

    [Fact]
    public async Task Outcomes_are_kept_in_their_order_when_that_is_asked_for()
    {
        PageAuditOutcome[] outcomes = [Audited(80, 2), Failed(0), NotAttempted(1)];

        Assert.Empty((await StreamOf(outcomes).ToReportAsync()).Outcomes);
        Assert.Equal(outcomes, (await StreamOf(outcomes).ToReportAsync(new BulkReportOptions { KeepOutcomes = true })).Outcomes);
    }

    [Fact]
    public void A_report_in_between_stays_as_it_is()
    {
        var builder = new BulkAuditReportBuilder(new BulkReportOptions { KeepOutcomes = true });
        builder.Add(Audited(80, 0, Grade.B, FailedCheck("Title")));
        BulkAuditReport first = builder.Build();
        builder.Add(Audited(20, 1, Grade.F, FailedCheck("Title")));

        BulkAuditReport second = builder.Build();

        Assert.Equal((1, 80.0, 1, 1, 1), (first.Total, first.AverageScore, first.WorstPages.Count, first.FailedChecks[0].Pages, first.Outcomes.Count));
        Assert.Equal((2, 50.0, 2, 2, 2), (second.Total, second.AverageScore, second.WorstPages.Count, second.FailedChecks[0].Pages, second.Outcomes.Count));
    }

    [Fact]
    public async Task What_came_before_a_fault_of_the_stream_can_be_reported()
    {
        var builder = new BulkAuditReportBuilder();

        await Assert.ThrowsAsync<InvalidDataException>(() => builder.AddAllAsync(Faulty()));
        await Assert.ThrowsAsync<InvalidDataException>(static () => Faulty().ToReportAsync());
        await builder.AddAllAsync(StreamOf([Audited(40, 2)]));

        Assert.Equal((3, 2, 60.0), (builder.Build().Total, builder.Build().Passed, builder.Build().AverageScore));

        static async IAsyncEnumerable<PageAuditOutcome> Faulty()
        {
            yield return Audited(70, 0);
            await Task.CompletedTask;
            yield return Audited(70, 1);
            throw new InvalidDataException();
        }
    }

    [Fact]
    public async Task Cancelled_before_it_begins_nothing_is_read()
    {
        var cancelled = new CancellationToken(canceled: true);
        var read = false;

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Deaf().ToReportAsync(null, cancelled));

        Assert.Equal(cancelled, exception.CancellationToken);
        Assert.False(read);

        async IAsyncEnumerable<PageAuditOutcome> Deaf()
        {
            read = true;
            await Task.CompletedTask;
            yield return Audited(80);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelled_on_the_way_it_ends_with_the_callers_token_and_keeps_what_came(bool streamListens)
    {
        using var cancellation = new CancellationTokenSource();
        var builder = new BulkAuditReportBuilder();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => builder.AddAllAsync(streamListens ? Listening(cancellation) : Deaf(cancellation), cancellation.Token));

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(3, builder.Build().Total);

        // Never ends by itself.
        static async IAsyncEnumerable<PageAuditOutcome> Deaf(CancellationTokenSource cancellation)
        {
            for (var index = 0; ; index++)
            {
                if (index == 2)
                {
                    await cancellation.CancelAsync();
                }

                yield return Audited(80, index);
            }
        }

        // Ends with a token of its own, as a linked one does.
        static async IAsyncEnumerable<PageAuditOutcome> Listening(
            CancellationTokenSource cancellation, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            for (var index = 0; index < 3; index++)
            {
                yield return Audited(80, index);
            }

            Task forever = Task.Delay(Timeout.Infinite, linked.Token);
            await cancellation.CancelAsync();
            await forever;
        }
    }

    [Fact]
    public async Task A_cancellation_that_is_not_the_callers_is_passed_on_as_it_is()
    {
        var others = new CancellationToken(canceled: true);

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Cancelled().ToReportAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(others, exception.CancellationToken);

        async IAsyncEnumerable<PageAuditOutcome> Cancelled()
        {
            yield return Audited(80);
            await Task.FromCanceled(others);
        }
    }

    [Fact]
    public async Task The_outcomes_of_a_run_can_be_reported_on()
    {
        using var harness = new BulkHarness();

        BulkAuditReport report = await harness.Client.AuditPagesAsync(BulkHarness.Pages(17)).ToReportAsync();

        Assert.Equal((17, 17, 17, 0), (report.Total, report.Audited, report.AuditsUsed, report.Errors));
        Assert.Equal(17, Assert.Single(report.ByService).AuditsUsed);
    }
}
