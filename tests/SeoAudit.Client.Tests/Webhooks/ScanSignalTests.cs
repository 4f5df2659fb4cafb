using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Client.Webhooks;

namespace SeoAudit.Client.Tests.Webhooks;

public sealed class ScanSignalTests : IAsyncDisposable
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedHandler _handler;
    private readonly ServiceProvider _services;
    private readonly ScanCompletionSignal _signal;
    private int _polls;
    private Func<int, HttpResponseMessage> _poll = static _ => ScriptedSeogent.State("crawling");

    public ScanSignalTests()
    {
        _handler = new ScriptedHandler(Answer);
        _services = TestClient.Services(_handler, _time, static options => options.Seogent.MaxRetries = 0);
        _signal = (ScanCompletionSignal)_services.GetRequiredService<IScanCompletionSignal>();
    }

    private ISeogentClient Client => _services.GetRequiredService<ISeogentClient>();

    [Fact]
    public async Task A_signal_ends_the_wait_for_the_next_poll_without_any_time_passing()
    {
        _poll = static number => ScriptedSeogent.State(number == 1 ? "crawling" : "completed");
        Task<ScanReport> wait = Client.GetScan("s").WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await UntilWaitingAsync();

        await _signal.NotifyAsync("S", TestContext.Current.CancellationToken);

        Assert.Equal(74, (await wait.WaitAsync(RealLimit, TestContext.Current.CancellationToken)).AverageScore);
        Assert.Equal((2, 0), (_polls, _signal.Waiting));
    }

    [Fact]
    public async Task A_signal_that_comes_before_the_wait_begins_is_not_lost()
    {
        _poll = static _ => ScriptedSeogent.State("completed");
        ScanOperation scan = await Client.StartScanAsync(ScanRequest.ForDomain("example.com", 10), TestContext.Current.CancellationToken);
        await _signal.NotifyAsync(scan.Id, TestContext.Current.CancellationToken);

        await scan.WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken).WaitAsync(RealLimit, TestContext.Current.CancellationToken);

        Assert.Equal(1, _polls);
    }

    [Fact]
    public async Task A_signal_for_another_scan_wakes_nobody()
    {
        Task<ScanReport> wait = Client.GetScan("s").WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await UntilWaitingAsync();

        await _signal.NotifyAsync("t", TestContext.Current.CancellationToken);
        await FakeTimeSteps.RestAsync();

        Assert.False(wait.IsCompleted);
        Assert.Equal((1, 1), (_polls, _signal.Waiting));
    }

    [Fact]
    public async Task Without_a_signal_polling_goes_on_as_ever()
    {
        _poll = static number => ScriptedSeogent.State(number == 3 ? "completed" : "crawling");

        ScanReport report = await _time.RunAsync(() => Client.GetScan("s").WaitForCompletionAsync(), step: 0.5, limit: 500);

        Assert.Equal((74, 3), (report.AverageScore, _polls));
    }

    [Fact]
    public async Task A_signal_that_comes_too_soon_wakes_once_and_then_polling_goes_on()
    {
        _poll = static number => ScriptedSeogent.State(number == 4 ? "completed" : "crawling");
        Task<ScanReport> wait = Client.GetScan("s").WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await UntilWaitingAsync();
        await _signal.NotifyAsync("s", TestContext.Current.CancellationToken);
        await _signal.NotifyAsync("s", TestContext.Current.CancellationToken);
        await FakeTimeSteps.RestAsync();

        Assert.Equal((2, false), (_polls, wait.IsCompleted));
        await _time.AdvanceUntilAsync(wait, TimeSpan.FromSeconds(1), steps: 500);
        Assert.Equal(4, _polls);
    }

    [Fact]
    public async Task A_signal_does_not_shorten_what_the_service_asked_to_wait()
    {
        _poll = static number => number == 1
            ? ScriptedSeogent.Failure(HttpStatusCode.TooManyRequests, retryAfter: "40")
            : ScriptedSeogent.State("completed");
        long started = _time.GetTimestamp();
        Task<ScanReport> wait = Client.GetScan("s").WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await UntilAsync(() => _polls == 1);
        await _signal.NotifyAsync("s", TestContext.Current.CancellationToken);
        await FakeTimeSteps.RestAsync();
        Assert.Equal(1, _polls);

        await _time.AdvanceUntilAsync(wait, TimeSpan.FromSeconds(1), steps: 100);

        Assert.True(_time.GetElapsedTime(started) >= TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Who_gives_up_waits_for_no_signal_any_more()
    {
        using var stop = new CancellationTokenSource();
        Task<ScanReport> wait = Client.GetScan("s").WaitForCompletionAsync(cancellationToken: stop.Token);
        await UntilWaitingAsync();

        await stop.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal(stop.Token, exception.CancellationToken);
        await UntilAsync(() => _signal.Waiting == 0);
    }

    [Fact]
    public async Task Only_the_latest_signals_are_kept()
    {
        for (var number = 0; number <= 1_024; number++)
        {
            await _signal.NotifyAsync($"s-{number}", TestContext.Current.CancellationToken);
        }

        using var stop = new CancellationTokenSource();
        Assert.False(_signal.WaitAsync("s-0", stop.Token).IsCompleted);
        Assert.True(_signal.WaitAsync("s-1", stop.Token).IsCompletedSuccessfully);
        Assert.True(_signal.WaitAsync("s-1024", stop.Token).IsCompletedSuccessfully);
        await stop.CancelAsync();
        await UntilAsync(() => _signal.Waiting == 0);
    }

    [Fact]
    public async Task All_who_wait_for_a_scan_are_told()
    {
        Task[] waits = [.. Enumerable.Range(0, 3).Select(_ => _signal.WaitAsync("s", TestContext.Current.CancellationToken))];

        await _signal.NotifyAsync("s", TestContext.Current.CancellationToken);

        await Task.WhenAll(waits).WaitAsync(RealLimit, TestContext.Current.CancellationToken);
        Assert.Equal(0, _signal.Waiting);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signal_of_the_app_that_fails_leaves_the_wait_to_polling(bool atOnce)
    {
        var pause = new SignalledPause(new FailingSignal(atOnce), "s");
        var pauses = 0;
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task paused = pause.RunAsync(
            _ =>
            {
                pauses++;
                return end.Task;
            },
            TestContext.Current.CancellationToken);
        await FakeTimeSteps.RestAsync();
        Assert.False(paused.IsCompleted);

        end.SetResult();

        await paused.WaitAsync(RealLimit, TestContext.Current.CancellationToken);
        Assert.Equal(1, pauses);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _handler.Dispose();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(RealLimit);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task UntilWaitingAsync() => UntilAsync(() => _signal.Waiting == 1 && _polls == 1);

    private HttpResponseMessage Answer(HttpRequestMessage request) => request.RequestUri!.AbsolutePath switch
    {
        var path when path.EndsWith("/results", StringComparison.Ordinal) => ScriptedHandler.Json(SeogentSamples.Results),
        var path when path.EndsWith("/scans", StringComparison.Ordinal) => ScriptedHandler.Json(SeogentSamples.Created, HttpStatusCode.Created),
        _ => _poll(Interlocked.Increment(ref _polls)),
    };

    private sealed class FailingSignal(bool atOnce) : IScanCompletionSignal
    {
        public Task WaitAsync(string scanId, CancellationToken cancellationToken = default) =>
            atOnce ? throw new InvalidOperationException("broken") : FailAsync();

        public Task NotifyAsync(string scanId, CancellationToken cancellationToken = default) => Task.CompletedTask;

        private static async Task FailAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }
    }
}
