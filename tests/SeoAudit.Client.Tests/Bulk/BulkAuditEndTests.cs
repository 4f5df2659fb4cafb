using System.Collections.Concurrent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>How a run ends before its input does.</summary>
public sealed class BulkAuditEndTests
{
    public static TheoryData<OutcomeOrder> Orders => [OutcomeOrder.AsCompleted, OutcomeOrder.AsSubmitted];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_fault_of_the_input_comes_after_the_outcomes_before_it(OutcomeOrder order)
    {
        using var harness = new BulkHarness(static async (page, _) =>
        {
            await Task.Yield();
            return BulkHarness.Good(page);
        });
        var seen = 0;

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(Faulty(), new BulkAuditOptions { Order = order }))
            {
                Assert.True(outcome.IsSuccess);
                seen++;
            }
        });

        Assert.Equal(17, seen);

        static async IAsyncEnumerable<Uri> Faulty()
        {
            await foreach (Uri page in BulkHarness.Pages(17))
            {
                yield return page;
            }

            throw new InvalidDataException();
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Cancelled_before_it_begins_nothing_is_sent(OutcomeOrder order)
    {
        using var harness = new BulkHarness();

        await AssertCancelledAsync(
            harness.Client.AuditPagesAsync(BulkHarness.Pages(5), new BulkAuditOptions { Order = order }, new CancellationToken(canceled: true)),
            new CancellationToken(canceled: true));

        Assert.Empty(harness.Handler.Requests);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Cancelled_while_the_input_is_awaited(OutcomeOrder order)
    {
        using var cancellation = new CancellationTokenSource();
        using var harness = new BulkHarness();
        Task run = AssertCancelledAsync(
            harness.Client.AuditPagesAsync(Hanging(cancellation), new BulkAuditOptions { Order = order }, cancellation.Token), cancellation.Token);

        await run;

        static async IAsyncEnumerable<Uri> Hanging(
            CancellationTokenSource cancellation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Task forever = Task.Delay(Timeout.Infinite, cancellationToken);
            await cancellation.CancelAsync();
            await forever;
            yield break;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Cancelled_while_audits_are_in_flight(OutcomeOrder order)
    {
        using var cancellation = new CancellationTokenSource();
        using var harness = new BulkHarness(HangAsync);
        Task run = AssertCancelledAsync(
            harness.Client.AuditPagesAsync(BulkHarness.Pages(50), new BulkAuditOptions { MaxConcurrency = 4, Order = order }, cancellation.Token), cancellation.Token);

        await BulkHarness.UntilAsync(() => harness.InFlight == 4);
        await cancellation.CancelAsync();

        await run;
        Assert.Equal((4, 0), (harness.Cancelled, harness.InFlight));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Cancelled_in_the_loop_it_ends_soon(OutcomeOrder order)
    {
        using var cancellation = new CancellationTokenSource();
        using var harness = new BulkHarness();
        var seen = 0;

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(
                BulkHarness.Pages(1_000), new BulkAuditOptions { MaxConcurrency = 4, Order = order }, cancellation.Token))
            {
                Assert.NotNull(outcome);
                if (++seen == 3)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.InRange(seen, 3, 3 + 6);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Leaving_the_loop_cancels_what_is_in_flight(OutcomeOrder order)
    {
        var unobserved = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, args) => unobserved.Enqueue(args.Exception);
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await LeaveEarlyAsync(order);
            for (var round = 0; round < 3; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            Assert.DoesNotContain(unobserved, static exception => exception.ToString().Contains("SeoAudit.Client.Bulk", StringComparison.Ordinal));
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }
    }

    [Fact]
    public async Task A_list_that_blocks_does_not_hold_back_outcomes_that_are_there()
    {
        using var harness = new BulkHarness();
        using var more = new BlockingCollection<Uri> { BulkHarness.Page(0) };
        var seen = 0;

        await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(
            more.GetConsumingEnumerable(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal(seen, outcome.Index);
            if (++seen == 3)
            {
                more.CompleteAdding();
            }
            else
            {
                more.Add(BulkHarness.Page(seen), TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(3, seen);
    }

    [Fact]
    public async Task A_null_among_the_urls_is_the_callers_fault()
    {
        using var harness = new BulkHarness();

        await Assert.ThrowsAsync<ArgumentNullException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync([null!], cancellationToken: TestContext.Current.CancellationToken))
            {
                Assert.Fail($"{outcome}");
            }
        });
    }

    private static async Task LeaveEarlyAsync(OutcomeOrder order)
    {
        using var harness = new BulkHarness(static (page, stop) => page.AbsolutePath == "/0" ? Task.FromResult(BulkHarness.Good(page)) : HangAsync(page, stop));
        var disposed = false;
        await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(Noted(), new BulkAuditOptions { MaxConcurrency = 4, Order = order }))
        {
            Assert.Equal(0, outcome.Index);
            await BulkHarness.UntilAsync(() => harness.InFlight >= 3);
            break;
        }

        Assert.True(disposed);
        Assert.Equal(0, harness.InFlight);
        Assert.InRange(harness.Cancelled, 3, 4);

        async IAsyncEnumerable<Uri> Noted()
        {
            try
            {
                await foreach (Uri page in BulkHarness.Pages(100))
                {
                    yield return page;
                }
            }
            finally
            {
                disposed = true;
            }
        }
    }

    private static async Task<HttpResponseMessage> HangAsync(Uri page, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return BulkHarness.Good(page);
    }

    private static async Task AssertCancelledAsync(IAsyncEnumerable<PageAuditOutcome> outcomes, CancellationToken token)
    {
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in outcomes)
            {
                Assert.Fail($"{outcome}");
            }
        });
        Assert.Equal(token, exception.CancellationToken);
    }
}
