using System.Collections.Concurrent;
using System.Net;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class BulkAuditTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task No_more_run_at_once_than_allowed_and_as_many_do(int concurrency)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var harness = new BulkHarness(async (page, _) =>
        {
            await gate.Task;
            await Task.Yield();
            return BulkHarness.Good(page);
        });
        Task<List<PageAuditOutcome>> run =
            harness.Client.AuditPagesAsync(BulkHarness.Pages(200), new BulkAuditOptions { MaxConcurrency = concurrency }, Token).CollectAsync();

        await BulkHarness.UntilAsync(() => harness.InFlight == concurrency);
        gate.SetResult();

        Assert.Equal(200, (await run).Count);
        Assert.Equal(concurrency, harness.MaxInFlight);
    }

    [Theory]
    [InlineData(OutcomeOrder.AsCompleted, new[] { 3, 1, 4, 0, 2 })]
    [InlineData(OutcomeOrder.AsSubmitted, new[] { 0, 1, 2, 3, 4 })]
    public async Task Outcomes_come_in_the_chosen_order(OutcomeOrder order, int[] expected)
    {
        var gates = new ConcurrentDictionary<Uri, TaskCompletionSource>();
        using var harness = new BulkHarness(async (page, _) =>
        {
            await Gate(page).Task;
            return BulkHarness.Good(page);
        });
        var seen = new ConcurrentQueue<int>();
        Task run = Task.Run(
            async () =>
            {
                await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(BulkHarness.Pages(5), new BulkAuditOptions { Order = order }, Token))
                {
                    seen.Enqueue(outcome.Index);
                }
            },
            Token);
        await BulkHarness.UntilAsync(() => harness.InFlight == 5);

        foreach (int next in new[] { 3, 1, 4, 0, 2 })
        {
            Gate(BulkHarness.Page(next)).SetResult();
            await BulkHarness.UntilAsync(() => order == OutcomeOrder.AsSubmitted || seen.Contains(next));
        }

        await run;
        Assert.Equal(expected, seen);

        TaskCompletionSource Gate(Uri page) =>
            gates.GetOrAdd(page, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    [Theory]
    [InlineData(OutcomeOrder.AsCompleted)]
    [InlineData(OutcomeOrder.AsSubmitted)]
    public async Task A_slow_reader_holds_the_input_back(OutcomeOrder order)
    {
        const int Concurrency = 20;
        using var harness = new BulkHarness();
        var read = 0;
        var consumed = 0;
        var furthest = 0;

        await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(
            BulkHarness.Pages(300, _ => Interlocked.Increment(ref read)), new BulkAuditOptions { MaxConcurrency = Concurrency, Order = order }, Token))
        {
            Assert.True(outcome.IsSuccess);
            for (var turn = 0; turn < 200; turn++)
            {
                await Task.Yield();
            }

            furthest = Math.Max(furthest, Volatile.Read(ref read) - consumed);
            consumed++;
        }

        Assert.InRange(furthest, 1, Concurrency + 3);
    }

    [Theory]
    [InlineData("/relative", UriKind.Relative)]
    [InlineData("ftp://example.com/", UriKind.Absolute)]
    [InlineData("https://user:pass@example.com/", UriKind.Absolute)]
    [InlineData("mailto:a@example.com", UriKind.Absolute)]
    public async Task A_bad_url_is_a_failed_outcome_without_a_request(string url, UriKind kind)
    {
        using var harness = new BulkHarness();
        var bad = new Uri(url, kind);

        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(
            [BulkHarness.Page(0), bad, BulkHarness.Page(1)], new BulkAuditOptions { Order = OutcomeOrder.AsSubmitted }, Token).CollectAsync();

        Assert.Equal([true, false, true], outcomes.Select(static outcome => outcome.IsSuccess));
        var error = Assert.IsType<SeoAuditValidationException>(outcomes[1].Error);
        Assert.Equal("url", Assert.Single(error.FieldErrors).Key);
        Assert.Same(bad, outcomes[1].Url);
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Errors_of_the_service_and_the_network_are_outcomes()
    {
        using var harness = new BulkHarness(static (page, _) => Task.FromResult(page.AbsolutePath switch
        {
            "/0" => ScriptedHandler.Json("{}", HttpStatusCode.Unauthorized),
            "/1" => ScriptedHandler.Json("{}", HttpStatusCode.NotFound),
            "/2" => ScriptedHandler.Json("not json"),
            "/3" => throw new HttpRequestException(HttpRequestError.ConnectionError),
            "/4" => ScriptedHandler.Json("{}", HttpStatusCode.InternalServerError),
            _ => BulkHarness.Good(page),
        }));

        List<PageAuditOutcome> outcomes = await
            harness.Client.AuditPagesAsync(BulkHarness.Pages(6), new BulkAuditOptions { Order = OutcomeOrder.AsSubmitted }, Token).CollectAsync();

        Assert.Equal(
            [typeof(SeoAuditAuthenticationException), typeof(SeoAuditNotFoundException), typeof(SeoAuditResponseException), typeof(SeoAuditException), typeof(SeoAuditException), null],
            outcomes.Select(static outcome => outcome.Error?.GetType()));
    }

    [Fact]
    public async Task Each_enumeration_is_a_run()
    {
        using var harness = new BulkHarness();
        IAsyncEnumerable<PageAuditOutcome> outcomes = harness.Client.AuditPagesAsync(BulkHarness.Pages(3), cancellationToken: Token);
        Assert.Empty(harness.Handler.Requests);

        Assert.Equal(3, (await outcomes.CollectAsync()).Count);
        Assert.Equal(3, (await outcomes.CollectAsync()).Count);

        Assert.Equal(6, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Sitemap_entries_are_audited_too()
    {
        using var harness = new BulkHarness();

        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(Entries(), cancellationToken: Token).CollectAsync();

        Assert.Equal([BulkHarness.Page(0), BulkHarness.Page(1)], outcomes.OrderBy(static outcome => outcome.Index).Select(static outcome => outcome.Url));

        static async IAsyncEnumerable<SitemapEntry> Entries()
        {
            await foreach (Uri page in BulkHarness.Pages(2))
            {
                yield return new SitemapEntry(page);
            }
        }
    }

    [Theory]
    [InlineData(0, OutcomeOrder.AsCompleted)]
    [InlineData(-1, OutcomeOrder.AsCompleted)]
    [InlineData(1_001, OutcomeOrder.AsCompleted)]
    [InlineData(1, (OutcomeOrder)7)]
    public void Options_out_of_range_are_refused_at_once(int concurrency, OutcomeOrder order)
    {
        using var harness = new BulkHarness();

        Assert.ThrowsAny<ArgumentException>(() =>
            harness.Client.AuditPagesAsync([], new BulkAuditOptions { MaxConcurrency = concurrency, Order = order }, Token));
        Assert.Throws<ArgumentNullException>(() => harness.Client.AuditPagesAsync((IAsyncEnumerable<Uri>)null!, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>(() => harness.Client.AuditPagesAsync((IEnumerable<Uri>)null!, cancellationToken: Token));
    }
}
