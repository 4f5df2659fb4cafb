using System.Net;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>What a run does when the service asks it to wait, or will not take any more.</summary>
public sealed class BulkPauseTests
{
    [Fact]
    public async Task All_wait_as_long_as_the_service_asks_and_then_all_pages_are_audited()
    {
        var asked = 0;
        var refused = 0;
        DateTimeOffset? until = null;
        using var service = new PacedService((self, page) =>
        {
            if (Interlocked.Increment(ref asked) <= 2)
            {
                return PacedService.Good(page);
            }

            until ??= self.Time.GetUtcNow() + TimeSpan.FromSeconds(5);
            TimeSpan left = until.Value - self.Time.GetUtcNow();
            return left > TimeSpan.Zero && Interlocked.Increment(ref refused) > 0
                ? PacedService.TooMany(retryAfterSeconds: (int)Math.Ceiling(left.TotalSeconds))
                : PacedService.Good(page);
        });

        List<PageAuditOutcome> outcomes = await service.RunAsync(BulkHarness.Pages(60), new() { MaxConcurrency = 8 });

        Assert.Equal(60, outcomes.Count(static outcome => outcome.IsSuccess));
        // Those that were in flight together were refused, and nobody came back too early.
        Assert.InRange(refused, 1, 8);
        Assert.Equal(60 + refused, service.Asked.Count);
    }

    [Fact]
    public async Task After_a_pause_one_page_goes_first()
    {
        const int Workers = 64;
        const int Refusals = 5;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        var inFlight = 0;
        var together = new System.Collections.Concurrent.ConcurrentBag<int>();
        using var service = new PacedService(async (self, page) =>
        {
            int number = Interlocked.Increment(ref asked);
            int now = number > Workers ? Interlocked.Increment(ref inFlight) : 0;
            try
            {
                if (number > Workers + Refusals + 1)
                {
                    return PacedService.Good(page);
                }

                if (number == Workers)
                {
                    all.SetResult();
                }

                // The first wave meets the limit unprepared, as one.
                await all.Task;
                await Task.Yield();
                if (number > Workers)
                {
                    together.Add(now);
                }

                return number <= Workers + Refusals ? PacedService.TooMany(retryAfterSeconds: null) : PacedService.Good(page);
            }
            finally
            {
                if (number > Workers)
                {
                    Interlocked.Decrement(ref inFlight);
                }
            }
        });

        List<PageAuditOutcome> outcomes = await service.RunAsync(BulkHarness.Pages(200), new() { MaxConcurrency = Workers });

        Assert.Equal(200, outcomes.Count(static outcome => outcome.IsSuccess));
        Assert.Equal(200 + Workers + Refusals, service.Asked.Count);
        Assert.Equal(Enumerable.Repeat(1, Refusals + 1), together);
    }

    [Fact]
    public async Task A_wait_past_the_budget_leaves_the_rest_not_attempted()
    {
        using var service = new PacedService(static (_, page) => int.Parse(page.AbsolutePath[1..], System.Globalization.CultureInfo.InvariantCulture) < 10
            ? PacedService.Good(page)
            : PacedService.TooMany(retryAfterSeconds: 3_600));
        DateTimeOffset retryAt = service.Time.GetUtcNow() + TimeSpan.FromHours(1);

        List<PageAuditOutcome> outcomes = await service.RunAsync(BulkHarness.Pages(1_000), new() { MaxConcurrency = 4 });

        Assert.Equal(1_000, outcomes.Count);
        Assert.Equal(10, outcomes.Count(static outcome => outcome.IsSuccess));
        Assert.All(outcomes.Where(static outcome => !outcome.IsSuccess), outcome =>
        {
            Assert.Equal(OutcomeStatus.NotAttempted, outcome.Status);
            Assert.IsType<SeoAuditRateLimitException>(outcome.Error);
            Assert.InRange(outcome.RetryAt!.Value, retryAt, service.Time.GetUtcNow() + TimeSpan.FromHours(1));
        });
        Assert.InRange(service.Asked.Count, 11, 14);
    }

    [Fact]
    public async Task Endless_refusals_without_a_moment_end_when_the_budget_does()
    {
        using var service = new PacedService(static (_, _) => PacedService.TooMany(retryAfterSeconds: null));

        List<PageAuditOutcome> outcomes = await service.RunAsync(
            BulkHarness.Pages(50), new() { MaxConcurrency = 4, MaxPause = TimeSpan.FromSeconds(30) });

        Assert.All(outcomes, static outcome => Assert.Equal(OutcomeStatus.NotAttempted, outcome.Status));
        // After the first wave one each time, after 1, 2, 4 and 8 seconds; another 16 would be too much.
        Assert.InRange(service.Asked.Count, 5, 4 + 4);
    }

    [Theory]
    [InlineData(OutcomeOrder.AsCompleted)]
    [InlineData(OutcomeOrder.AsSubmitted)]
    public async Task A_spent_quota_stops_new_work_at_once_and_keeps_what_is_there(OutcomeOrder order)
    {
        var answered = 0;
        using var service = new PacedService((_, page) => Interlocked.Increment(ref answered) <= 25
            ? PacedService.Good(page)
            : ScriptedHandler.Json("""{"error":"quota"}""", HttpStatusCode.PaymentRequired));

        List<PageAuditOutcome> outcomes = await service.RunAsync(
            BulkHarness.Pages(100), new() { MaxConcurrency = 5, Order = order, MaxPause = TimeSpan.FromDays(1) });

        Assert.Equal(Enumerable.Range(0, 100), outcomes.Select(static outcome => outcome.Index).Order());
        Assert.Equal(25, outcomes.Count(static outcome => outcome.Status == OutcomeStatus.Audited));
        Assert.All(outcomes.Where(static outcome => outcome.Error is not null), static outcome =>
        {
            Assert.Equal(OutcomeStatus.NotAttempted, outcome.Status);
            Assert.IsType<SeoAuditQuotaException>(outcome.Error);
        });
        Assert.InRange(service.Asked.Count, 26, 25 + 5);
    }

    [Fact]
    public async Task A_service_that_is_down_is_waited_for_and_then_the_run_goes_on()
    {
        using var service = new PacedService(static (self, page) => self.Passed < TimeSpan.FromSeconds(8)
            ? ScriptedHandler.Json("{}", HttpStatusCode.ServiceUnavailable)
            : PacedService.Good(page));

        List<PageAuditOutcome> outcomes = await service.RunAsync(BulkHarness.Pages(400), new() { MaxConcurrency = 20 });

        // Until the circuit opens, pages fail one by one; from then on they wait for it.
        Assert.Equal(400, outcomes.Count);
        Assert.InRange(outcomes.Count(static outcome => outcome.IsSuccess), 340, 400);
        Assert.DoesNotContain(outcomes, static outcome => outcome.Status == OutcomeStatus.NotAttempted);
    }

    [Fact]
    public async Task Progress_says_until_when_the_service_is_left_alone()
    {
        var told = new List<BulkAuditProgress>();
        using var service = new PacedService(static (self, page) => self.Passed < TimeSpan.FromSeconds(5) && page.AbsolutePath == "/1"
            ? PacedService.TooMany(retryAfterSeconds: 5)
            : PacedService.Good(page));

        await service.RunAsync(
            BulkHarness.Pages(20), new() { MaxConcurrency = 1, Order = OutcomeOrder.AsSubmitted, Progress = new Told(told) });

        Assert.Equal(Enumerable.Range(1, 20), told.Select(static progress => progress.Completed));
        Assert.Equal((20, 20, 0, 0, 0, 0), Counts(told[^1]));

        static (int, int, int, int, int, int) Counts(BulkAuditProgress progress) =>
            (progress.Submitted, progress.Passed, progress.Failed, progress.NotAttempted, progress.Reused, progress.Duplicates);
    }

    private sealed class Told(List<BulkAuditProgress> told) : IProgress<BulkAuditProgress>
    {
        public void Report(BulkAuditProgress value) => told.Add(value);
    }
}
