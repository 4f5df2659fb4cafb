using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>What becomes of the input before anything is sent.</summary>
public sealed class BulkInputTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_spellings_of_a_page_are_audited_once_and_the_first_is_told()
    {
        using var harness = new BulkHarness();
        Uri[] urls =
        [
            new("https://Example.com:443/a/../b#top"),
            new("https://example.com/b"),
            new("HTTPS://example.COM/%62"),
            new("https://example.com/b?x=1"),
        ];

        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(urls, new() { Order = OutcomeOrder.AsSubmitted }, Stop).CollectAsync();

        Assert.Equal([(0, urls[0]), (3, urls[3])], outcomes.Select(static outcome => (outcome.Index, outcome.Url)));
        Assert.Same(urls[0], outcomes[0].Audit?.Url);
        Assert.Equal(["https://example.com/b", "https://example.com/b?x=1"], harness.Handler.Requests.Select(AuditedPage).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_is_the_canonical_spelling_byte_for_byte()
    {
        using var harness = new BulkHarness();
        Uri url = new("https://bücher.example/Grüße und mehr?q=a+b&r=%2f%7e&s=50%#weg");

        await harness.Client.AuditPagesAsync([url], cancellationToken: Stop).CollectAsync();

        Assert.Equal(
            "https://xn--bcher-kva.example/Gr%C3%BC%C3%9Fe%20und%20mehr?q=a+b&r=%2F~&s=50%25", AuditedPage(Assert.Single(harness.Handler.Requests)));
    }

    [Fact]
    public async Task A_bad_url_that_comes_twice_has_one_outcome()
    {
        using var harness = new BulkHarness();
        Uri tooLong = new("https://example.com/" + new string('a', 2_100));

        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(
            [new Uri("ftp://example.com/"), new Uri("ftp://example.com/"), tooLong], new() { Order = OutcomeOrder.AsSubmitted }, Stop).CollectAsync();

        Assert.Equal([0, 2], outcomes.Select(static outcome => outcome.Index));
        Assert.All(outcomes, static outcome => Assert.DoesNotContain("(Parameter", Assert.IsType<SeoAuditValidationException>(outcome.Error).Message, StringComparison.Ordinal));
        Assert.Contains("2048", outcomes[1].Error!.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Handler.Requests);
    }

    [Fact]
    public async Task Duplicates_do_not_use_up_the_places_of_a_run()
    {
        using var harness = new BulkHarness();

        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(
            Enumerable.Range(0, 20_000).Select(static index => BulkHarness.Page(index % 7)), new() { MaxConcurrency = 2 }, Stop).CollectAsync();

        Assert.Equal(Enumerable.Range(0, 7), outcomes.Select(static outcome => outcome.Index).Order());
    }

    [Fact]
    public async Task The_threshold_of_the_run_decides_what_passes()
    {
        using var harness = new BulkHarness();

        List<PageAuditOutcome> usual = await harness.Client.AuditPagesAsync(BulkHarness.Pages(1), cancellationToken: Stop).CollectAsync();
        List<PageAuditOutcome> strict = await harness.Client.AuditPagesAsync(BulkHarness.Pages(1), new() { PassThreshold = 80.5 }, Stop).CollectAsync();

        Assert.Equal((70d, true), (usual[0].PassThreshold, usual[0].IsPassed));
        Assert.Equal((80.5, false), (strict[0].PassThreshold, strict[0].IsPassed));
    }

    [Fact]
    public async Task Progress_counts_what_came_out()
    {
        using var harness = new BulkHarness(static (page, _) => Task.FromResult(page.AbsolutePath == "/1"
            ? ScriptedHandler.Json("{}", System.Net.HttpStatusCode.NotFound)
            : BulkHarness.Good(page)));
        var told = new List<BulkAuditProgress>();

        await harness.Client.AuditPagesAsync(
            [BulkHarness.Page(0), BulkHarness.Page(0), BulkHarness.Page(1)], new() { MaxConcurrency = 1, Progress = new Callback(told.Add) }, Stop).CollectAsync();

        Assert.Equal([(1, 1, 0), (2, 1, 1)], told.Select(static progress => (progress.Completed, progress.Passed, progress.Failed)));
        Assert.Equal((2, 1), (told[^1].Submitted, told[^1].Duplicates));
    }

    [Theory]
    [InlineData(OutcomeOrder.AsCompleted)]
    [InlineData(OutcomeOrder.AsSubmitted)]
    public async Task What_the_progress_callback_throws_comes_behind_the_outcome_it_was_told_of(OutcomeOrder order)
    {
        using var harness = new BulkHarness();
        var seen = 0;
        var fault = new InvalidOperationException("The callback is broken.");

        Exception thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(
                BulkHarness.Pages(100),
                new() { Order = order, MaxConcurrency = 3, Progress = new Callback(progress => _ = progress.Completed == 5 ? throw fault : 0) },
                Stop))
            {
                Assert.True(outcome.IsSuccess);
                seen++;
            }
        });

        Assert.Same(fault, thrown);
        Assert.Equal(5, seen);
        Assert.Equal(0, harness.InFlight);
    }

    public static TheoryData<BulkAuditOptions, string> BadOptions => new()
    {
        { new() { Service = (AuditService)9 }, "'Service' must be one of SeoPeek, Seogent, MetricSpot." },
        { new() { ServiceFallback = null! }, "'ServiceFallback' must not be null; leave it empty for no fallback." },
        { new() { ServiceFallback = [AuditService.SeoPeek] }, "'ServiceFallback' must name each service once, and not the one of 'Service'." },
        { new() { ServiceFallback = [(AuditService)9] }, "'Service' must be one of SeoPeek, Seogent, MetricSpot." },
        { new() { ScanBatchSize = 0 }, "'ScanBatchSize'" },
        { new() { ScanBatchSize = 1_001 }, "'ScanBatchSize'" },
        { new() { MaxConcurrency = 0 }, "'MaxConcurrency'" },
        { new() { MaxConcurrency = 1_001 }, "'MaxConcurrency'" },
        { new() { PassThreshold = double.NaN }, "'PassThreshold' must be between 0 and 100." },
        { new() { PassThreshold = 100.1 }, "'PassThreshold' must be between 0 and 100." },
        { new() { MaxPause = TimeSpan.FromTicks(-1) }, "'MaxPause' must be between 0 and 7 days." },
        { new() { MaxPause = TimeSpan.FromDays(8) }, "'MaxPause' must be between 0 and 7 days." },
        { new() { Cooldown = (CooldownHandling)5 }, "'Cooldown' must be one of Fail, UseLatest." },
        { new() { Order = (OutcomeOrder)5 }, "'Order' must be one of AsCompleted, AsSubmitted." },
        { new() { Cache = (CacheMode)5 }, "'Cache' must be one of " },
        { new() { JournalPath = " " }, "'JournalPath' must name a file, or be null for no journal." },
    };

    public static TheoryData<BulkAuditOptions> ExtremeOptions => new()
    {
        new BulkAuditOptions { MaxConcurrency = 1_000 },
        new BulkAuditOptions { ScanBatchSize = 1 },
        new BulkAuditOptions { ScanBatchSize = 1_000 },
        new BulkAuditOptions { PassThreshold = 0 },
        new BulkAuditOptions { PassThreshold = 100 },
        new BulkAuditOptions { MaxPause = TimeSpan.Zero },
        new BulkAuditOptions { MaxPause = TimeSpan.FromDays(7) },
    };

    [Theory]
    [MemberData(nameof(ExtremeOptions))]
    public async Task An_option_at_the_end_of_its_range_is_taken(BulkAuditOptions options)
    {
        using var harness = new BulkHarness();

        Assert.True(Assert.Single(await harness.Client.AuditPagesAsync([BulkHarness.Page(0)], options, Stop).CollectAsync()).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void An_option_out_of_its_range_is_named_with_what_it_may_be(BulkAuditOptions options, string problem)
    {
        using var harness = new BulkHarness();

        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(() => harness.Client.AuditPagesAsync([], options, Stop));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    private static string AuditedPage(SentRequest request)
    {
        string query = request.Url.Query;
        return Uri.UnescapeDataString(query[(query.IndexOf("url=", StringComparison.Ordinal) + 4)..]);
    }

    private sealed class Callback(Action<BulkAuditProgress> call) : IProgress<BulkAuditProgress>
    {
        public void Report(BulkAuditProgress value) => call(value);
    }
}
