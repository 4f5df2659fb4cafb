using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class PacedCallTests
{
    private readonly FakeTimeProvider _time = PacingAnswers.Clock();

    [Fact]
    public async Task A_refusal_says_all_that_is_known()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = Client(handler, static options => (options.SeoPeek.DailyQuota, options.SeoPeek.MaxPacingWait) = (2, TimeSpan.FromMinutes(1)));
        await client.CallAsync(AuditService.SeoPeek);
        _time.Advance(TimeSpan.FromHours(2));
        await client.CallAsync(AuditService.SeoPeek);
        _time.Advance(TimeSpan.FromHours(3));

        SeoAuditRateLimitException refused = await client.RefusedAsync(AuditService.SeoPeek);

        DateTimeOffset resets = PacingAnswers.Start.AddDays(1);
        Assert.Equal(
            (AuditService.SeoPeek, "Audit", true, 0, null),
            (refused.Service!.Value, refused.Operation, refused.IsTransient, refused.Attempts, refused.StatusCode));
        Assert.Equal(
            new RateLimit { Limit = 2, Remaining = 0, ResetsAt = resets, RetryAfter = TimeSpan.FromHours(19), RetryAt = resets },
            refused.RateLimit);
        Assert.Equal(
            "SEOPeek Audit was not sent: by SeoAudit:SeoPeek:DailyQuota the next may go in 68400 seconds, "
            + "longer than the 60 seconds of SeoAudit:SeoPeek:MaxPacingWait.",
            refused.Message);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_full_queue_is_a_refusal()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = Client(handler, static options => options.MetricSpot.PacingQueueLimit = 1);
        Task first = client.CallAsync(AuditService.MetricSpot);
        Task second = client.CallAsync(AuditService.MetricSpot);

        SeoAuditRateLimitException refused = await client.RefusedAsync(AuditService.MetricSpot);

        Assert.Equal((TimeSpan.FromSeconds(10), PacingAnswers.Start.AddSeconds(10)), (refused.RetryAfter, refused.RetryAt));
        Assert.Contains("SeoAudit:MetricSpot:PacingQueueLimit = 1", refused.Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task Giving_up_in_the_queue_is_the_callers_cancellation_and_frees_the_place()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        using var stop = new CancellationTokenSource();
        ISeoAuditClient client = Client(handler, static options => options.MetricSpot.PacingQueueLimit = 1);
        await client.CallAsync(AuditService.MetricSpot);
        Task waiting = client.CallAsync(AuditService.MetricSpot, stop.Token);

        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Task next = client.CallAsync(AuditService.MetricSpot);
        _time.Advance(TimeSpan.FromSeconds(5));
        await next;
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Waiting_does_not_use_up_the_time_of_the_call()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = Client(handler, static options =>
        {
            options.MetricSpot.Spacing = TimeSpan.FromMinutes(4);
            (options.MetricSpot.AttemptTimeout, options.MetricSpot.TotalTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        });
        await client.CallAsync(AuditService.MetricSpot);
        Task waiting = client.CallAsync(AuditService.MetricSpot);

        for (var minute = 0; minute < 4; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        await waiting;
    }

    [Fact]
    public async Task The_key_is_read_after_the_wait()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        await using ServiceProvider provider = TestClient.Services(handler, _time);
        var options = new SeoAuditOptions { MetricSpot = { ApiKey = "ms_live_old" } };
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);
        await client.CallAsync(AuditService.MetricSpot);
        Task waiting = client.CallAsync(AuditService.MetricSpot);

        options.MetricSpot.ApiKey = "ms_live_new";
        _time.Advance(TimeSpan.FromSeconds(5));
        await waiting;

        Assert.Equal(["Bearer ms_live_old", "Bearer ms_live_new"], handler.Requests.Select(static request => request.Key!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Retries_of_one_call_take_one_permit()
    {
        var answers = 0;
        using var handler = new ScriptedHandler(request =>
            ++answers % 3 == 0 ? PacingAnswers.For(request) : ScriptedHandler.Json("{}", HttpStatusCode.ServiceUnavailable));
        ISeoAuditClient client = Client(handler, static options => (options.SeoPeek.DailyQuota, options.SeoPeek.RetryDelay) = (2, TimeSpan.Zero));

        await client.CallAsync(AuditService.SeoPeek);
        Assert.Equal(1, client.GetQuota(AuditService.SeoPeek).Remaining);
        await client.CallAsync(AuditService.SeoPeek);

        Assert.Equal(6, handler.Requests.Count);
        await client.RefusedAsync(AuditService.SeoPeek);
    }

    [Theory]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_creation_that_is_sent_again_takes_one_permit(AuditService service)
    {
        var answers = 0;
        using var handler = new ScriptedHandler(request => ++answers < 3 ? ComeBack() : PacingAnswers.For(request));
        ISeoAuditClient client = Client(handler, OneEach);

        Task call = client.CallAsync(service);
        await _time.AdvanceUntilAsync(call, TimeSpan.FromSeconds(1), steps: 60);
        await call;

        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal(0, client.GetQuota(service).Remaining);
        await client.RefusedAsync(service);

        static HttpResponseMessage ComeBack()
        {
            HttpResponseMessage answer = ScriptedHandler.Json("{}", HttpStatusCode.ServiceUnavailable);
            answer.Headers.Add("Retry-After", "1");
            return answer;
        }
    }

    [Theory]
    [InlineData(AuditService.SeoPeek)]
    [InlineData(AuditService.Seogent)]
    [InlineData(AuditService.MetricSpot)]
    public async Task A_call_that_failed_counts(AuditService service)
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json("{}", HttpStatusCode.BadRequest));
        ISeoAuditClient client = Client(handler, OneEach);

        await Assert.ThrowsAsync<SeoAuditValidationException>(() => client.CallAsync(service));

        Assert.Equal(0, client.GetQuota(service).Remaining);
        await client.RefusedAsync(service);
    }

    [Fact]
    public async Task A_call_without_the_key_that_it_needs_takes_no_permit()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = Client(handler, static options =>
        {
            OneEach(options);
            options.MetricSpot.ApiKey = null;
        });

        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.CallAsync(AuditService.MetricSpot));
        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.CallAsync(AuditService.MetricSpot));

        Assert.Equal(1, client.GetQuota(AuditService.MetricSpot).Remaining);
    }

    [Fact]
    public async Task Only_what_costs_is_paced()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        ISeoAuditClient client = Client(handler, OneEach);

        for (var call = 0; call < 5; call++)
        {
            await client.SeoPeek.GetHealthAsync();
            await client.Seogent.GetCreditsAsync();
            await client.MetricSpot.ListAuditsAsync();
        }

        Assert.All(Enum.GetValues<AuditService>(), service => Assert.Equal(1, client.GetQuota(service).Remaining));
    }

    [Fact]
    public async Task What_the_service_says_is_left_counts_until_it_is_out_of_date()
    {
        using var handler = new ScriptedHandler(static request =>
        {
            HttpResponseMessage answer = PacingAnswers.For(request);
            answer.Headers.Add("X-RateLimit-Remaining", "17");
            answer.Headers.Add("X-RateLimit-Reset", "3600");
            return answer;
        });
        ISeoAuditClient client = Client(handler, static options => options.SeoPeek.DailyQuota = 50);
        await client.SeoPeek.GetHealthAsync();
        Assert.Equal(50, client.GetQuota(AuditService.SeoPeek).Remaining);

        await client.CallAsync(AuditService.SeoPeek);

        Assert.Equal(
            new AuditQuota { Service = AuditService.SeoPeek, Limit = 50, Remaining = 17, ResetsAt = PacingAnswers.Start.AddHours(1) },
            client.GetQuota(AuditService.SeoPeek));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(49, client.GetQuota(AuditService.SeoPeek).Remaining);
    }

    [Fact]
    public async Task What_the_service_says_is_told_where_nothing_is_limited()
    {
        using var handler = new ScriptedHandler(static request =>
        {
            HttpResponseMessage answer = PacingAnswers.For(request);
            answer.Headers.Add("RateLimit-Limit", "100");
            answer.Headers.Add("RateLimit-Remaining", "99");
            return answer;
        });
        ISeoAuditClient client = Client(handler, static _ => { });

        await client.CallAsync(AuditService.SeoPeek);

        Assert.Equal(new AuditQuota { Service = AuditService.SeoPeek, Limit = 100, Remaining = 99 }, client.GetQuota(AuditService.SeoPeek));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new AuditQuota { Service = AuditService.SeoPeek }, client.GetQuota(AuditService.SeoPeek));
    }

    [Fact]
    public void There_is_no_quota_of_a_service_that_does_not_exist()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();

        Assert.Throws<ArgumentOutOfRangeException>(() => Client(handler, OneEach).GetQuota((AuditService)3));
    }

    private static void OneEach(SeoAuditOptions options)
    {
        (options.SeoPeek.DailyQuota, options.Seogent.ScansPerMinute, options.MetricSpot.MonthlyQuota) = (1, 1, 1);
        options.SeoPeek.MaxPacingWait = options.Seogent.MaxPacingWait = options.MetricSpot.MaxPacingWait = TimeSpan.Zero;
    }

    private ISeoAuditClient Client(ScriptedHandler handler, Action<SeoAuditOptions> configure) => TestClient.Create(handler, _time, configure);
}
