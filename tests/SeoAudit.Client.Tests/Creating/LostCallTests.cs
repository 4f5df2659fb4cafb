using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>What lost calls take of the time, and leave for other calls.</summary>
public sealed class LostCallTests : IDisposable
{
    private static readonly Uri Page = new("https://example.com/a");

    // Rows of the list cannot tell one from the other.
    private static readonly ScanRequest Request = ScanRequest.ForUrls(Page, new Uri("https://example.com/b"));
    private static readonly ScanRequest Alike = ScanRequest.ForUrls(Page, new Uri("https://example.com/c"));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
    private readonly ScanDesk _desk;

    public LostCallTests() => _desk = new ScanDesk(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_scan_that_the_list_shows_late_is_still_adopted()
    {
        _desk.Accept(ScanDesk.Reset);
        _desk.Refuse(ScanDesk.Reset);
        _desk.ListFault = () =>
        {
            _desk.ListFault = null;
            return ScriptedHandler.Json("""{"data":[],"meta":{"current_page":1,"last_page":1,"per_page":20,"total":0}}""");
        };

        ScanOperation scan = await StartAsync(Request, Client(static options => options.RetryDelay = TimeSpan.FromSeconds(10)));

        Assert.Equal((Assert.Single(_desk.Ids), true), (scan.Id, scan.IsAdopted));
        Assert.Equal(2, _desk.Posts);
    }

    [Fact]
    public async Task A_call_that_has_failed_for_certain_is_no_other_calls_doubt()
    {
        _desk.Refuse(ScanDesk.Reset);
        await Assert.ThrowsAsync<SeoAuditException>(() => StartAsync(Request, _desk.Client(retries: 0).Seogent));
        _desk.Accept(ScanDesk.Reset);

        Assert.True((await StartAsync(Alike)).IsAdopted);
    }

    [Fact]
    public async Task A_call_that_has_adopted_its_scan_is_no_other_calls_doubt()
    {
        _desk.Accept(ScanDesk.Reset);
        ScanOperation first = await StartAsync(Request);
        _desk.Accept(ScanDesk.Reset);

        ScanOperation second = await StartAsync(Alike);

        Assert.Equal(_desk.Ids, [second.Id, first.Id]);
        Assert.Equal(2, _desk.Posts);
    }

    [Fact]
    public async Task A_call_that_was_sent_again_is_no_other_calls_doubt()
    {
        _desk.Refuse(ScanDesk.Reset);
        Assert.False((await StartAsync(Request)).IsAdopted);
        _desk.Accept(ScanDesk.Reset);

        Assert.True((await StartAsync(Alike)).IsAdopted);
    }

    [Fact]
    public async Task What_is_still_on_its_way_is_left_to_its_own_call()
    {
        ISeogentClient client = Client();
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _desk.PostHold = _ => answered.Task;
        Task<ScanOperation> slow = client.StartScanAsync(Request, Stop);
        _desk.PostHold = null;
        _desk.Refuse(ScanDesk.Reset);

        Task<ScanOperation> lost = client.StartScanAsync(Request, Stop);
        await _time.AdvanceAsync(TimeSpan.FromSeconds(0.1), steps: 50);
        answered.SetResult();
        await _time.AdvanceUntilAsync(lost, TimeSpan.FromSeconds(0.005), steps: 20_000);

        Assert.Equal(_desk.Ids, [(await lost).Id, (await slow).Id]);
        Assert.Equal(2, _desk.Ids.Count);
    }

    [Fact]
    public async Task A_second_attempt_gets_what_is_left_of_the_time()
    {
        using var sent = new SemaphoreSlim(0);
        _desk.PostHold = stop =>
        {
            sent.Release();
            return Task.Delay(Timeout.Infinite, stop);
        };
        _desk.Refuse(static () => ScriptedHandler.Json("{}"));
        _desk.Refuse(static () => ScriptedHandler.Json("{}"));
        ISeogentClient client = _desk.Client(retries: 1, static options =>
        {
            options.Seogent.AttemptTimeout = TimeSpan.FromSeconds(600);
            options.Seogent.TotalTimeout = TimeSpan.FromSeconds(1_100);
        }).Seogent;

        // The clock stands while the first attempt begins, and moves by little until the second does, so that neither runs out of it unseen.
        Task<ScanOperation> starting = client.StartScanAsync(Request, Stop);
        await sent.WaitAsync(Stop);
        _time.Advance(TimeSpan.FromSeconds(600));
        await _time.AdvanceUntilAsync(sent.WaitAsync(Stop), TimeSpan.FromSeconds(0.01), steps: 1_000);
        _time.Advance(TimeSpan.FromSeconds(500));
        await _time.AdvanceUntilAsync(Task.WhenAny(starting), TimeSpan.FromSeconds(0.1), steps: 1_000);

        var thrown = await Assert.ThrowsAnyAsync<SeoAuditException>(() => starting);
        var late = Assert.IsType<SeoAuditTimeoutException>(thrown.OwnCause());

        Assert.Equal((2, 2), (_desk.Posts, late.Attempts));
        Assert.InRange(late.Timeout, TimeSpan.Zero, TimeSpan.FromSeconds(500));
    }

    [Fact]
    public async Task The_first_pause_is_the_one_that_was_set()
    {
        _desk.Refuse(ScanDesk.Reset);
        ISeogentClient client = Client(static options =>
        {
            options.RetryDelay = TimeSpan.FromSeconds(10);
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(15);
        });

        // Twice as long would not fit.
        Task<ScanOperation> scan = client.StartScanAsync(Request, Stop);
        await _time.AdvanceUntilAsync(scan, TimeSpan.FromSeconds(0.1), steps: 1_000);

        Assert.Equal(Assert.Single(_desk.Ids), (await scan).Id);
    }

    [Fact]
    public async Task A_look_is_made_although_nothing_is_left_of_the_time()
    {
        using var sent = new SemaphoreSlim(0);
        _desk.PostHold = stop =>
        {
            sent.Release();
            return Task.Delay(Timeout.Infinite, stop);
        };
        ISeogentClient client = Client(static options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(1));

        Task<ScanOperation> starting = client.StartScanAsync(Request, Stop);
        await sent.WaitAsync(Stop);
        _time.Advance(TimeSpan.FromSeconds(1));
        ScanOperation scan = await starting;

        Assert.True(scan.IsAdopted);
        Assert.Equal(1, _desk.Posts);
    }

    [Fact]
    public async Task Looks_take_of_the_time_of_the_call()
    {
        for (var post = 0; post < 20; post++)
        {
            _desk.Refuse(ScanDesk.Reset);
        }

        _desk.ListHold = stop => Task.Delay(TimeSpan.FromSeconds(5), _time, stop);
        ISeogentClient client = _desk.Client(
            retries: 10, static options => options.Seogent.AttemptTimeout = options.Seogent.TotalTimeout = TimeSpan.FromSeconds(20)).Seogent;

        await Assert.ThrowsAsync<SeoAuditException>(() => StartAsync(Request, client));

        // The pauses alone would leave time for a fifth.
        Assert.InRange(_desk.Posts, 2, 4);
    }

    [Fact]
    public async Task A_caller_who_goes_during_a_look_is_let_go()
    {
        using var gone = new CancellationTokenSource();
        _desk.Accept(ScanDesk.Reset);
        _desk.ListHold = async stop =>
        {
            await gone.CancelAsync();
            await Task.Delay(Timeout.Infinite, stop);
        };

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _time.RunAsync(() => Client().StartScanAsync(Request, gone.Token), step: 0.1));

        Assert.Equal(gone.Token, cancelled.CancellationToken);
    }

    private ISeogentClient Client(Action<SeogentOptions>? configure = null) =>
        _desk.Client(configure: options => configure?.Invoke(options.Seogent)).Seogent;

    private Task<ScanOperation> StartAsync(ScanRequest request, ISeogentClient? client = null)
    {
        client ??= Client();
        return _time.RunAsync(() => client.StartScanAsync(request, Stop), step: 0.1);
    }
}
