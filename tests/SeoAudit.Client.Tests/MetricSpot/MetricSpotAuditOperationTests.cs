using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class MetricSpotAuditOperationTests : IDisposable
{
    private static readonly Uri Page = new("https://example.com/");
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = new();
    private readonly List<DateTimeOffset> _polls = [];
    private readonly ScriptedHandler _handler;
    private readonly DateTimeOffset _start;

    // What a poll is answered with, by its number from 1.
    private Func<int, HttpResponseMessage> _answer = static _ => Audit("running");

    public MetricSpotAuditOperationTests()
    {
        _start = _time.GetUtcNow();
        _handler = new ScriptedHandler(request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                return ScriptedHandler.Json(MetricSpotSample.Queued, HttpStatusCode.Created);
            }

            _polls.Add(_time.GetUtcNow());
            return _answer(_polls.Count);
        });
    }

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task A_wait_ends_in_the_audit_which_is_got_once()
    {
        _answer = static poll => poll < 4 ? Audit(poll < 2 ? "queued" : "running") : ScriptedHandler.Json(MetricSpotSample.Completed);
        MetricSpotAuditOperation operation = await Client().QueueAuditAsync(Page);
        var seen = new List<AuditProgress>();

        MetricSpotAudit audit = await WaitAsync(operation, new WaitOptions { Progress = new Recorder(seen) });

        Assert.Equal(87.5, audit.Score);
        Assert.Equal(2, audit.Findings.Count);
        Assert.True(operation.IsCompleted);
        Assert.Equal(AuditStatus.Completed, operation.Status);
        Assert.Equal("queued running running completed", string.Join(' ', seen.Select(static progress => progress.Status)));
        Assert.Equal(4, _polls.Count);
        Assert.All(_handler.Requests.Skip(1), static request => Assert.Equal((HttpMethod.Get, "/api/audits/12345"), (request.Method, request.Url.AbsolutePath)));
        Assert.Same(audit, await operation.WaitForCompletionAsync());
        Assert.Equal(4, _polls.Count);
    }

    [Fact]
    public async Task Polls_begin_after_3_seconds_and_are_3_to_5_seconds_apart()
    {
        _answer = static poll => poll < 20 ? Audit("running") : ScriptedHandler.Json(MetricSpotSample.Completed);

        await WaitAsync(await Client().QueueAuditAsync(Page));

        Assert.InRange(_polls[0] - _start, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3) + Step);
        foreach (var (earlier, later) in _polls.Zip(_polls.Skip(1)))
        {
            Assert.InRange(later - earlier, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5) + Step);
        }
    }

    [Fact]
    public async Task An_audit_is_taken_up_by_another_client_from_its_id_alone()
    {
        string id = (await Client().QueueAuditAsync(Page)).Id;
        _answer = static _ => ScriptedHandler.Json(MetricSpotSample.Completed);

        MetricSpotAuditOperation operation = Client().GetAuditOperation(id);

        Assert.Null(operation.Status);
        Assert.Equal("12345", (await WaitAsync(operation)).Id);
        Assert.Equal(_start, Assert.Single(_polls), Step);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("Failed")]
    public async Task A_failed_audit_is_an_exception_with_all_that_is_known(string status)
    {
        _answer = _ => Audit(status);
        MetricSpotAuditOperation operation = await Client().QueueAuditAsync(Page);

        var exception = await Assert.ThrowsAsync<AuditFailedException>(() => WaitAsync(operation));

        Assert.Equal(("12345", status, AuditService.MetricSpot), (exception.OperationId, exception.Status, exception.Service!.Value));
        Assert.Equal(status, Assert.IsType<MetricSpotAudit>(exception.Result).Status.Value);
        Assert.Single(_polls);
    }

    [Theory]
    [InlineData(null, 120)]
    [InlineData(20, 20)]
    [InlineData(1, 1)]
    public async Task A_deadline_is_a_timeout_with_the_id_to_go_on_from(int? timeout, int seconds)
    {
        MetricSpotAuditOperation operation = await Client().QueueAuditAsync(Page);
        var options = new WaitOptions { Timeout = timeout is { } given ? TimeSpan.FromSeconds(given) : null };

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => WaitAsync(operation, options));

        Assert.Equal((TimeoutKind.Wait, "12345", TimeSpan.FromSeconds(seconds)), (exception.Kind, exception.OperationId, exception.Timeout));
        Assert.Equal((true, AuditService.MetricSpot), (exception.IsTransient, exception.Service!.Value));
        Assert.InRange(_time.GetUtcNow() - _start, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds) + (2 * Step));
        Assert.Equal(_start.AddSeconds(seconds), _polls[^1], Step);

        _answer = static _ => ScriptedHandler.Json(MetricSpotSample.Completed);
        Assert.Equal(87.5, (await WaitAsync(operation)).Score);
    }

    [Fact]
    public async Task Passing_failures_are_survived()
    {
        _answer = static poll => poll switch
        {
            1 => ScriptedHandler.Json("""{"error":"x"}""", HttpStatusCode.BadGateway),
            2 => ScriptedHandler.Json("""{"error":"x"}""", HttpStatusCode.TooManyRequests),
            3 => throw new HttpRequestException(HttpRequestError.ConnectionError),
            _ => ScriptedHandler.Json(MetricSpotSample.Completed),
        };

        Assert.Equal(87.5, (await WaitAsync(await Client().QueueAuditAsync(Page))).Score);
        Assert.Equal(4, _polls.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_poll_never_comes_before_the_service_allows(HttpStatusCode status)
    {
        _answer = poll =>
        {
            HttpResponseMessage answer = poll == 1
                ? ScriptedHandler.Json(MetricSpotSample.InState("running"), status)
                : ScriptedHandler.Json(MetricSpotSample.Completed);
            answer.Headers.TryAddWithoutValidation("Retry-After", "17");
            return answer;
        };

        await WaitAsync(await Client().QueueAuditAsync(Page));

        Assert.InRange(_polls[1] - _polls[0], TimeSpan.FromSeconds(17), TimeSpan.FromSeconds((17 * 1.2) + 1));
    }

    [Fact]
    public async Task A_wait_past_the_deadline_is_not_begun()
    {
        _answer = static _ => ScriptedHandler.Json("""{"error":"e","retry_at":"2100-01-01T00:00:00Z"}""", HttpStatusCode.TooManyRequests);
        MetricSpotAuditOperation operation = await Client().QueueAuditAsync(Page);

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => WaitAsync(operation));

        Assert.Equal(("12345", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)), (exception.OperationId, exception.RetryAt!.Value));
        Assert.Single(_polls);
    }

    [Fact]
    public async Task A_refusal_ends_the_wait_and_carries_the_id()
    {
        _answer = static _ => ScriptedHandler.Json("""{"error":"gone"}""", HttpStatusCode.NotFound);
        MetricSpotAuditOperation operation = await Client().QueueAuditAsync(Page);

        var exception = await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => WaitAsync(operation));

        Assert.Equal("12345", exception.OperationId);
        Assert.Single(_polls);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_cancelled_and_nothing_else()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);
        MetricSpotAuditOperation operation = await Client().QueueAuditAsync(Page);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _time.RunAsync(() => operation.WaitForCompletionAsync(cancellationToken: cancel.Token), Step.TotalSeconds));

        Assert.Equal(cancel.Token, exception.CancellationToken);
    }

    private static HttpResponseMessage Audit(string status) => ScriptedHandler.Json(MetricSpotSample.InState(status));

    private IMetricSpotClient Client() =>
        TestClient.Create(_handler, _time, static options => options.MetricSpot.MaxRetries = 0).MetricSpot;

    private Task<MetricSpotAudit> WaitAsync(MetricSpotAuditOperation operation, WaitOptions? options = null) =>
        _time.RunAsync(() => operation.WaitForCompletionAsync(options), Step.TotalSeconds);

    private sealed class Recorder(List<AuditProgress> seen) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => seen.Add(value);
    }
}
