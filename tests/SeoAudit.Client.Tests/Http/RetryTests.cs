using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class RetryTests
{
    private const string Good = """{"balance":1}""";

    private static readonly Dictionary<string, Func<HttpResponseMessage>> Transient = new(StringComparer.Ordinal)
    {
        ["408"] = () => Answer(HttpStatusCode.RequestTimeout),
        ["429"] = () => Answer(HttpStatusCode.TooManyRequests),
        ["500"] = () => Answer(HttpStatusCode.InternalServerError),
        ["502"] = () => Answer(HttpStatusCode.BadGateway),
        ["503"] = () => Answer(HttpStatusCode.ServiceUnavailable),
        ["504"] = () => Answer(HttpStatusCode.GatewayTimeout),
        ["refused"] = () => throw new HttpRequestException(HttpRequestError.ConnectionError),
        ["no such host"] = () => throw new HttpRequestException(HttpRequestError.NameResolutionError),
        ["reset"] = () => throw new HttpRequestException(HttpRequestError.Unknown, "reset", new IOException("reset")),
        ["lost mid-body"] = () => Body(_ => throw new HttpIOException(HttpRequestError.ResponseEnded)),
        ["lost mid-error"] = () => Body(_ => throw new IOException("reset"), HttpStatusCode.BadRequest),
        // What the platform makes of its own ConnectTimeout.
        ["no connection in time"] = () => throw new TaskCanceledException("not connected", new TimeoutException("not connected")),
    };

    public static TheoryData<string> TransientFailures => [.. Transient.Keys];

    [Theory]
    [MemberData(nameof(TransientFailures))]
    public async Task A_read_is_tried_again_and_no_more_than_allowed(string failure)
    {
        var time = new FakeTimeProvider();
        using ScriptedHandler recovering = Handler(failure, times: 3);
        CreditBalance credits = await time.RunAsync(() => Client(recovering, time).GetCreditsAsync(), step: 0.1);
        Assert.Equal(1, credits.Balance);
        Assert.Equal(4, recovering.Requests.Count);

        using ScriptedHandler dead = Handler(failure, times: int.MaxValue);
        var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(
            () => time.RunAsync(() => Client(dead, time).GetCreditsAsync(), step: 0.1));
        Assert.True(exception.IsTransient);
        Assert.Equal(4, exception.Attempts);
        Assert.Equal(4, dead.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(TransientFailures))]
    public async Task A_post_is_sent_again_only_where_it_was_refused(string failure)
    {
        int attempts = failure is "429" or "refused" or "no such host" or "no connection in time" ? 4 : 1;
        var time = new FakeTimeProvider();
        using ScriptedHandler handler = Handler(failure, times: int.MaxValue);
        ISeogentClient client = Client(handler, time);

        await Assert.ThrowsAnyAsync<SeoAuditException>(
            () => time.RunAsync(() => client.StartScanAsync(ScanRequest.ForDomain("example.com", 1)), step: 0.1));
        Assert.Equal(attempts, handler.Requests.Count(static request => request.Method == HttpMethod.Post));

        await Assert.ThrowsAnyAsync<SeoAuditException>(() => time.RunAsync(() => client.CancelScanAsync("s"), step: 0.1));
        Assert.Equal(2 * attempts, handler.Requests.Count(static request => request.Method == HttpMethod.Post));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.NotImplemented)]
    [InlineData(HttpStatusCode.Found)]
    public async Task What_would_fail_again_is_not_tried_again(HttpStatusCode status)
    {
        using var handler = new ScriptedHandler(_ => Answer(status));

        await Assert.ThrowsAnyAsync<SeoAuditException>(() => Client(handler, new FakeTimeProvider()).GetCreditsAsync());

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public async Task MaxRetries_is_the_number_of_further_attempts(int retries)
    {
        var time = new FakeTimeProvider();
        using var handler = new ScriptedHandler(_ => Answer(HttpStatusCode.InternalServerError));
        ISeogentClient client = TestClient.Create(handler, time, options =>
        {
            options.Seogent.MaxRetries = retries;
            options.Seogent.TotalTimeout = TimeSpan.FromMinutes(30);
        }).Seogent;

        await Assert.ThrowsAsync<SeoAuditException>(() => time.RunAsync(() => client.GetCreditsAsync(), step: 0.25, limit: 1000));

        Assert.Equal(retries + 1, handler.Requests.Count);
    }

    [Fact]
    public async Task The_delays_double_with_jitter()
    {
        double[] delays = await DelaysAsync(retryAfter: null);

        Assert.InRange(delays[0], 0.4, 0.65);
        Assert.InRange(delays[1], 0.8, 1.25);
        Assert.InRange(delays[2], 1.6, 2.45);
        double[] others = await DelaysAsync(retryAfter: null);
        Assert.NotEqual(delays.Sum(), others.Sum());
    }

    [Fact]
    public async Task A_retry_is_never_before_Retry_After() =>
        Assert.All(await DelaysAsync(retryAfter: "7"), delay => Assert.InRange(delay, 7.01, 9.1));

    [Fact]
    public async Task A_Retry_After_counts_even_when_the_body_that_came_with_it_is_lost()
    {
        double[] delays = await DelaysAsync(() =>
        {
            HttpResponseMessage response = Body(_ => throw new IOException("reset"), HttpStatusCode.ServiceUnavailable);
            response.Headers.TryAddWithoutValidation("Retry-After", "7");
            return response;
        });

        Assert.All(delays, delay => Assert.InRange(delay, 7.01, 9.1));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "101", typeof(SeoAuditRateLimitException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, "3600", typeof(SeoAuditException))]
    public async Task A_Retry_After_beyond_the_budget_is_thrown_at_once(HttpStatusCode status, string retryAfter, Type type)
    {
        var time = new FakeTimeProvider();
        using var handler = new ScriptedHandler(_ => Answer(status, retryAfter));

        var exception = (SeoAuditException)(await Record.ExceptionAsync(() => Client(handler, time).GetCreditsAsync()))!;

        Assert.IsType(type, exception);
        double seconds = double.Parse(retryAfter, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(time.GetUtcNow().AddSeconds(seconds), exception.RateLimit!.RetryAt);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_failure_does_not_report_the_limits_of_the_attempt_before_it()
    {
        var time = new FakeTimeProvider();
        var sent = 0;
        using var handler = new ScriptedHandler(_ => ++sent == 1
            ? Answer(HttpStatusCode.ServiceUnavailable, "3")
            : throw new HttpRequestException(HttpRequestError.ConnectionError));

        var exception = await Assert.ThrowsAsync<SeoAuditException>(
            () => time.RunAsync(() => Client(handler, time).GetCreditsAsync(), step: 0.1));

        Assert.Null(exception.RateLimit);
    }

    private static Task<double[]> DelaysAsync(string? retryAfter) =>
        DelaysAsync(() => Answer(HttpStatusCode.ServiceUnavailable, retryAfter));

    private static async Task<double[]> DelaysAsync(Func<HttpResponseMessage> answer)
    {
        var time = new FakeTimeProvider();
        var moments = new List<DateTimeOffset>();
        using var handler = new ScriptedHandler(_ =>
        {
            moments.Add(time.GetUtcNow());
            return answer();
        });
        await Assert.ThrowsAsync<SeoAuditException>(() => time.RunAsync(() => Client(handler, time).GetCreditsAsync(), step: 0.001));
        return [.. moments.Zip(moments.Skip(1), static (before, after) => (after - before).TotalSeconds)];
    }

    private static ISeogentClient Client(ScriptedHandler handler, FakeTimeProvider time) => TestClient.Create(handler, time).Seogent;

    private static ScriptedHandler Handler(string failure, int times)
    {
        var sent = 0;
        return new ScriptedHandler(_ => ++sent > times ? ScriptedHandler.Json(Good) : Transient[failure]());
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string? retryAfter = null)
    {
        HttpResponseMessage response = ScriptedHandler.Json("{}", status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    private static HttpResponseMessage Body(Func<CancellationToken, Task> beforeEnd, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new RecordedContent("{\"balance\":", beforeEnd) };
}
