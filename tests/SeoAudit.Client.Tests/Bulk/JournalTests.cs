using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Bulk;

/// <summary>The journal of a bulk run over SEOPeek, which queues nothing: what is written, read, refused.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private BulkAuditOptions Options => new() { JournalPath = _path, Order = OutcomeOrder.AsSubmitted, MaxConcurrency = 1 };

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Every_outcome_is_in_the_file_before_it_comes_out(int count)
    {
        using var harness = new BulkHarness();
        var seen = new List<Uri>();

        await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(BulkHarness.Pages(5), Options, Stop))
        {
            seen.Add(outcome.Url);
            if (seen.Count == count)
            {
                break;
            }
        }

        string[] lines = await File.ReadAllLinesAsync(_path, Stop);
        Assert.StartsWith("""{"format":"seoaudit-bulk-journal","version":1,"fingerprint":""", lines[0], StringComparison.Ordinal);
        Assert.All(seen, url => Assert.Single(lines, line => line.Contains($"\"t\":\"audited\",\"url\":\"{url}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_second_run_audits_nothing_again_and_gives_the_same_outcomes()
    {
        using var first = new BulkHarness(SomeFail);
        List<PageAuditOutcome> before = await first.Client.AuditPagesAsync(BulkHarness.Pages(20), Options, Stop).CollectAsync();
        using var second = new BulkHarness();

        List<PageAuditOutcome> after = await second.Client.AuditPagesAsync(
            BulkHarness.Pages(20), Options with { RetryFailed = false }, Stop).CollectAsync();

        Assert.Empty(second.Handler.Requests);
        Assert.All(after, static outcome => Assert.Equal(OutcomeOrigin.Journal, outcome.Origin));
        Assert.Equal(before.Select(Described), after.Select(Described), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Failed_pages_are_tried_again_by_default()
    {
        using var first = new BulkHarness(SomeFail);
        await first.Client.AuditPagesAsync(BulkHarness.Pages(20), Options, Stop).CollectAsync();
        using var second = new BulkHarness();

        List<PageAuditOutcome> after = await second.Client.AuditPagesAsync(BulkHarness.Pages(20), Options, Stop).CollectAsync();

        Assert.Equal(20, after.Count(static outcome => outcome.IsSuccess));
        Assert.Equal(["/3", "/13"], second.Handler.Requests.Select(static request => Answers.AuditedPage(request.Url).AbsolutePath), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_run_that_stops_early_is_gone_on_with()
    {
        using var harness = new BulkHarness();
        await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(BulkHarness.Pages(50), Options, Stop))
        {
            if (outcome.Index == 9)
            {
                break;
            }
        }

        int paid = harness.Handler.Requests.Count;
        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(BulkHarness.Pages(50), Options, Stop).CollectAsync();

        Assert.Equal(Enumerable.Range(0, 50), outcomes.Select(static outcome => outcome.Index));
        // What was in flight when the loop was left may have been audited in vain.
        Assert.InRange(harness.Handler.Requests.Count, 50, 50 + 1);
        Assert.InRange(paid, 10, 10 + 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(200)]
    public async Task A_torn_last_line_is_cut_off(int missing)
    {
        using var harness = new BulkHarness();
        await harness.Client.AuditPagesAsync(BulkHarness.Pages(5), Options, Stop).CollectAsync();
        await using (FileStream file = File.OpenWrite(_path))
        {
            file.SetLength(file.Length - missing);
        }

        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(BulkHarness.Pages(5), Options, Stop).CollectAsync();

        Assert.Equal(5, outcomes.Count(static outcome => outcome.IsSuccess));
        Assert.Equal(5 + 1, harness.Handler.Requests.Count);
        Assert.Equal(6, File.ReadAllLines(_path).Length);
    }

    [Fact]
    public async Task A_torn_header_is_begun_anew()
    {
        await File.WriteAllTextAsync(_path, """{"format":"seoaudit""", Stop);
        using var harness = new BulkHarness();

        Assert.Equal(3, (await harness.Client.AuditPagesAsync(BulkHarness.Pages(3), Options, Stop).CollectAsync()).Count);
        Assert.Equal(4, File.ReadAllLines(_path).Length);
    }

    [Fact]
    public async Task A_journal_of_other_options_is_refused_and_left_alone()
    {
        using var harness = new BulkHarness();
        await harness.Client.AuditPagesAsync(BulkHarness.Pages(3), Options, Stop).CollectAsync();
        byte[] before = await File.ReadAllBytesAsync(_path, Stop);

        SeoAuditJournalException refused = await RefusedAsync(Options with { Service = AuditService.Seogent });

        Assert.Equal((JournalFault.OtherOptions, _path), (refused.Fault, refused.Path));
        Assert.Contains("Service = SeoPeek", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Service = Seogent", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_path, Stop));
    }

    [Fact]
    public async Task Options_that_do_not_change_the_outcomes_may_change()
    {
        using var harness = new BulkHarness();
        await harness.Client.AuditPagesAsync(BulkHarness.Pages(3), Options, Stop).CollectAsync();

        List<PageAuditOutcome> outcomes = await harness.Client.AuditPagesAsync(
            BulkHarness.Pages(3), Options with { MaxConcurrency = 9, Order = OutcomeOrder.AsCompleted, PassThreshold = 90, MaxPause = TimeSpan.Zero }, Stop).CollectAsync();

        Assert.Equal(3, harness.Handler.Requests.Count);
        Assert.All(outcomes, static outcome => Assert.False(outcome.IsPassed));
    }

    [Theory]
    [InlineData("""{"format":"seoaudit-bulk-journal","version":2,"fingerprint":"x","options":"y"}""", JournalFault.OtherFormat)]
    [InlineData("""{"something":"else"}""", JournalFault.OtherFormat)]
    [InlineData("url,score", JournalFault.OtherFormat)]
    public async Task Another_file_is_refused_and_left_alone(string content, JournalFault fault)
    {
        await File.WriteAllTextAsync(_path, content + "\n", Stop);

        Assert.Equal(fault, (await RefusedAsync(Options)).Fault);
        Assert.Equal(content + "\n", await File.ReadAllTextAsync(_path, Stop));
    }

    [Fact]
    public async Task A_broken_line_in_its_midst_is_told_with_its_number()
    {
        using var harness = new BulkHarness();
        await harness.Client.AuditPagesAsync(BulkHarness.Pages(3), Options, Stop).CollectAsync();
        string[] lines = await File.ReadAllLinesAsync(_path, Stop);
        lines[2] = lines[2][..^5];
        await File.WriteAllLinesAsync(_path, lines, Stop);

        SeoAuditJournalException refused = await RefusedAsync(Options);

        Assert.Equal(JournalFault.Corrupt, refused.Fault);
        Assert.Contains("line 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_do_not_share_a_journal()
    {
        using var harness = new BulkHarness();
        await foreach (PageAuditOutcome outcome in harness.Client.AuditPagesAsync(BulkHarness.Pages(3), Options, Stop))
        {
            Assert.NotNull(outcome);
            Assert.Equal(JournalFault.InUse, (await RefusedAsync(Options)).Fault);
        }

        Assert.Equal(3, (await harness.Client.AuditPagesAsync(BulkHarness.Pages(3), Options, Stop).CollectAsync()).Count);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_opened_is_told_before_anything_is_sent()
    {
        SeoAuditJournalException refused = await RefusedAsync(Options with { JournalPath = Path.Combine(_path, "in", "no", "folder.jsonl") });

        Assert.Equal(JournalFault.Unusable, refused.Fault);
    }

    [Fact]
    public async Task What_was_not_attempted_is_not_recorded()
    {
        using var first = new BulkHarness(static (page, _) => Task.FromResult(page.AbsolutePath == "/0"
            ? BulkHarness.Good(page)
            : ScriptedHandler.Json("{}", System.Net.HttpStatusCode.PaymentRequired)));
        List<PageAuditOutcome> before = await first.Client.AuditPagesAsync(BulkHarness.Pages(5), Options, Stop).CollectAsync();
        using var second = new BulkHarness();

        List<PageAuditOutcome> after = await second.Client.AuditPagesAsync(
            BulkHarness.Pages(5), Options with { RetryFailed = false }, Stop).CollectAsync();

        Assert.Equal(4, before.Count(static outcome => outcome.Status == OutcomeStatus.NotAttempted));
        Assert.Equal(5, after.Count(static outcome => outcome.IsSuccess));
        Assert.Equal(4, second.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_message_that_is_cut_within_a_character_does_not_cost_the_outcome()
    {
        using var harness = new BulkHarness(static (_, _) => Task.FromResult(ScriptedHandler.Json(
            $$"""{"error":"{{new string('a', 499)}}😀😀"}""", System.Net.HttpStatusCode.BadRequest)));

        PageAuditOutcome first = Assert.Single(await harness.Client.AuditPagesAsync(BulkHarness.Pages(1), Options, Stop).CollectAsync());
        PageAuditOutcome second = Assert.Single(await harness.Client.AuditPagesAsync(
            BulkHarness.Pages(1), Options with { RetryFailed = false }, Stop).CollectAsync());

        Assert.IsType<SeoAuditValidationException>(first.Error);
        Assert.Equal(OutcomeOrigin.Journal, second.Origin);
    }

    [Fact]
    public async Task No_key_is_in_it()
    {
        using var harness = new BulkHarness(SomeFail);
        await harness.Client.AuditPagesAsync(BulkHarness.Pages(20), Options, Stop).CollectAsync();

        Assert.DoesNotContain(TestClient.SeoPeekKey, await File.ReadAllTextAsync(_path, Stop), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SomeFail(Uri page, CancellationToken cancellationToken) => Task.FromResult(
        page.AbsolutePath.EndsWith('3')
            ? ScriptedHandler.Json($$"""{"error":"no {{TestClient.SeoPeekKey}}"}""", System.Net.HttpStatusCode.BadRequest)
            : BulkHarness.Good(page));

    private static string Described(PageAuditOutcome outcome) =>
        $"{outcome.Index} {outcome.Url} {outcome.Status} {outcome.Audit?.Score} {outcome.Audit?.Grade} {outcome.Audit?.AuditedAt:O} "
        + $"{outcome.Error?.GetType().Name} {outcome.Error?.Message} {outcome.Error?.StatusCode}";

    private static async Task<SeoAuditJournalException> RefusedAsync(BulkAuditOptions options)
    {
        using var harness = new BulkHarness();
        var refused = await Assert.ThrowsAsync<SeoAuditJournalException>(
            () => harness.Client.AuditPagesAsync(BulkHarness.Pages(3), options, Stop).CollectAsync());
        Assert.Empty(harness.Handler.Requests);
        return refused;
    }
}
