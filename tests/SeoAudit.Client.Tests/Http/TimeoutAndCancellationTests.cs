using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class TimeoutAndCancellationTests
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_whose_attempts_take_too_long_is_tried_again_and_then_a_time_out(bool inBody)
    {
        var time = new FakeTimeProvider();
        using var began = new SemaphoreSlim(0);
        using ScriptedHandler handler = Hanging(inBody, _ => began.Release());

        Task<CreditBalance> call = Client(handler, time).GetCreditsAsync();
        await PassAsync(time, began, 10, 10, 10, 10);
        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => call.WaitAsync(RealLimit));

        Assert.Equal(TimeoutKind.Attempt, exception.Kind);
        Assert.Equal(TimeSpan.FromSeconds(10), exception.Timeout);
        Assert.Equal(4, exception.Attempts);
        Assert.True(exception.IsTransient);
        Assert.Equal(4, handler.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_that_takes_too_long_is_not_sent_again(bool inBody)
    {
        var time = new FakeTimeProvider();
        using var began = new SemaphoreSlim(0);
        using ScriptedHandler handler = Hanging(inBody, _ => began.Release());

        Task<ScanCancellation> call = Client(handler, time).CancelScanAsync("s");
        await PassAsync(time, began, 10);
        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => call.WaitAsync(RealLimit));

        Assert.Equal(TimeoutKind.Attempt, exception.Kind);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_takes_too_long_in_all_is_a_time_out(bool inBody)
    {
        var time = new FakeTimeProvider();
        using var began = new SemaphoreSlim(0);
        using ScriptedHandler handler = Hanging(inBody, _ => began.Release());

        Task<CreditBalance> call =
            Client(handler, time, options => options.TotalTimeout = TimeSpan.FromSeconds(15)).GetCreditsAsync();
        await PassAsync(time, began, 10, 4.9);
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => call.WaitAsync(RealLimit));

        Assert.Equal(TimeoutKind.Call, exception.Kind);
        Assert.Equal(TimeSpan.FromSeconds(15), exception.Timeout);
        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task A_call_cancelled_before_it_begins_is_not_sent()
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}"));
        var cancelled = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Client(handler, new FakeTimeProvider()).GetCreditsAsync(cancelled));

        Assert.Equal(cancelled, exception.CancellationToken);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_on_the_way_throws_with_the_callers_token(bool inBody)
    {
        using var stop = new CancellationTokenSource();
        var waiting = new TaskCompletionSource();
        using ScriptedHandler handler = Hanging(inBody, _ => waiting.TrySetResult());

        Task<CreditBalance> call = Client(handler, new FakeTimeProvider()).GetCreditsAsync(stop.Token);
        await waiting.Task;
        await stop.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(stop.Token, exception.CancellationToken);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Cancelling_during_a_retry_delay_throws_with_the_callers_token()
    {
        var time = new FakeTimeProvider();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        using var handler = new ScriptedHandler(_ =>
        {
            HttpResponseMessage response = ScriptedHandler.Json("{}", HttpStatusCode.ServiceUnavailable);
            response.Headers.TryAddWithoutValidation("Retry-After", "60");
            return response;
        });

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => time.RunAsync(() => Client(handler, time).GetCreditsAsync(stop.Token), step: 0.1));

        Assert.Equal(stop.Token, exception.CancellationToken);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_cancellation_that_is_not_the_callers_is_no_cancellation()
    {
        using var handler = new ScriptedHandler((_, _) => throw new TaskCanceledException());

        await Assert.ThrowsAsync<SeoAuditException>(() => Client(handler, new FakeTimeProvider()).GetCreditsAsync());
    }

    private static async Task PassAsync(FakeTimeProvider time, SemaphoreSlim began, params double[] seconds)
    {
        foreach (double attempt in seconds)
        {
            Assert.True(await began.WaitAsync(RealLimit), "An attempt did not begin.");
            time.Advance(TimeSpan.FromSeconds(attempt));
        }
    }

    private static ISeogentClient Client(HttpMessageHandler handler, FakeTimeProvider time, Action<SeogentOptions>? configure = null) =>
        TestClient.Create(handler, time, options =>
        {
            options.Seogent.AttemptTimeout = TimeSpan.FromSeconds(10);
            options.Seogent.RetryDelay = TimeSpan.Zero;
            configure?.Invoke(options.Seogent);
        }).Seogent;

    private static ScriptedHandler Hanging(bool inBody, Action<CancellationToken> began) => new(async (_, stop) =>
    {
        if (inBody)
        {
            return new HttpResponseMessage { Content = new RecordedContent("{", HangAsync) };
        }

        await HangAsync(stop);
        throw new InvalidOperationException();

        Task HangAsync(CancellationToken cancelled)
        {
            began(cancelled);
            return Task.Delay(Timeout.Infinite, cancelled);
        }
    });
}
