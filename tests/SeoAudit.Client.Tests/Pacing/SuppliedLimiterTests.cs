using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pacing;

public sealed class SuppliedLimiterTests
{
    private readonly FakeTimeProvider _time = PacingAnswers.Clock();

    [Fact]
    public async Task The_limiter_of_the_app_takes_the_place_of_the_settings()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        using var limiter = new ScriptedLimiter(static () => new Lease(acquired: true));
        await using ServiceProvider provider = Services(handler, limiter);
        var client = provider.GetRequiredService<ISeoAuditClient>();

        for (var call = 0; call < 10; call++)
        {
            await client.CallAsync(AuditService.MetricSpot);
        }

        Assert.Equal((10, 10), (limiter.Asked, limiter.Returned));
        Assert.Equal(new AuditQuota { Service = AuditService.MetricSpot, Remaining = 42 }, client.GetQuota(AuditService.MetricSpot));
        await client.CallAsync(AuditService.SeoPeek);
        Assert.Equal(10, limiter.Asked);
    }

    [Fact]
    public async Task A_refused_lease_that_says_when_to_come_back_is_translated_with_it()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        using var limiter = new ScriptedLimiter(static () => new Lease(acquired: false, TimeSpan.FromSeconds(7), "the fleet is busy"));
        await using ServiceProvider provider = Services(handler, limiter);

        SeoAuditRateLimitException refused = await provider.GetRequiredService<ISeoAuditClient>().RefusedAsync(AuditService.MetricSpot);

        Assert.Equal((TimeSpan.FromSeconds(7), PacingAnswers.Start.AddSeconds(7)), (refused.RetryAfter, refused.RetryAt));
        Assert.Equal((true, 0, "CreateAudit"), (refused.IsTransient, refused.Attempts, refused.Operation));
        Assert.Contains("the fleet is busy", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, limiter.Returned);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_refused_lease_without_a_word_is_translated_without_a_moment()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        using var limiter = new ScriptedLimiter(static () => new Lease(acquired: false));
        await using ServiceProvider provider = Services(handler, limiter);

        SeoAuditRateLimitException refused = await provider.GetRequiredService<ISeoAuditClient>().RefusedAsync(AuditService.MetricSpot);

        Assert.Null(refused.RetryAfter);
        Assert.Null(refused.RetryAt);
        Assert.Contains("limiter that the app supplied refused it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permit_is_held_while_the_call_lasts()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = new ScriptedHandler(async (request, _) =>
        {
            await answer.Task;
            return PacingAnswers.For(request);
        });
        using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 10 });
        await using ServiceProvider provider = Services(handler, limiter);
        var client = provider.GetRequiredService<ISeoAuditClient>();

        Task[] calls = [client.CallAsync(AuditService.MetricSpot), client.CallAsync(AuditService.MetricSpot)];
        await handler.SentAsync(1);
        answer.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(1, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task A_creation_that_is_sent_again_holds_its_permit_until_it_ends()
    {
        ConcurrencyLimiter? watched = null;
        var free = new List<long>();
        using var handler = new ScriptedHandler(request =>
        {
            free.Add(watched!.GetStatistics()!.CurrentAvailablePermits);
            return free.Count == 1 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : PacingAnswers.For(request);
        });
        using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 3, QueueLimit = 0 });
        watched = limiter;
        await using ServiceProvider provider = Services(handler, limiter);

        Task call = provider.GetRequiredService<ISeoAuditClient>().CallAsync(AuditService.MetricSpot);
        await handler.SentAsync(1);
        Assert.Equal(2, limiter.GetStatistics()!.CurrentAvailablePermits);
        await _time.AdvanceUntilAsync(call, TimeSpan.FromSeconds(1), steps: 60);
        await call;

        Assert.Equal([2, 2], free);
        Assert.Equal(3, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task A_limiter_that_fails_is_an_error_of_the_SDK_and_so_is_one_that_cannot_be_had_until_it_can()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        var fails = true;
        using var limiter = new ScriptedLimiter(() => fails ? throw new InvalidOperationException("no server") : new Lease(acquired: true));
        var supplied = 0;
        var services = new ServiceCollection();
        services.AddSeoAudit(static options => options.MetricSpot.ApiKey = "ms_live_a")
            .UseRateLimiter(AuditService.MetricSpot, _ => ++supplied == 1 ? throw new TimeoutException() : limiter)
            .On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();

        var first = await Assert.ThrowsAsync<SeoAuditException>(() => client.CallAsync(AuditService.MetricSpot));
        var second = await Assert.ThrowsAsync<SeoAuditException>(() => client.CallAsync(AuditService.MetricSpot));
        fails = false;
        await client.CallAsync(AuditService.MetricSpot);

        Assert.IsType<TimeoutException>(first.InnerException);
        Assert.IsType<InvalidOperationException>(second.InnerException);
        Assert.Equal((AuditService.MetricSpot, "CreateAudit"), (second.Service!.Value, second.Operation));
        Assert.Equal(2, supplied);
    }

    [Fact]
    public async Task A_permit_that_cannot_be_given_back_costs_no_answer()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        var acquired = true;
        using var limiter = new ScriptedLimiter(() => new Lease(acquired)) { GiveBack = static () => throw new TimeoutException("no server") };
        await using ServiceProvider provider = Services(handler, limiter);
        var client = provider.GetRequiredService<ISeoAuditClient>();

        await client.CallAsync(AuditService.MetricSpot);
        acquired = false;
        await client.RefusedAsync(AuditService.MetricSpot);

        Assert.Equal((2, 2), (limiter.Asked, limiter.Returned));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task The_limiter_stays_the_apps_and_is_not_used_for_accounts_made_at_run_time()
    {
        using ScriptedHandler handler = PacingAnswers.Handler();
        using var limiter = new ScriptedLimiter(static () => new Lease(acquired: true));
        await using (ServiceProvider provider = Services(handler, limiter))
        {
            await provider.GetRequiredService<ISeoAuditClient>().CallAsync(AuditService.MetricSpot);
            await provider.GetRequiredService<ISeoAuditClientFactory>()
                .Create(new SeoAuditOptions { MetricSpot = { ApiKey = "ms_live_b" } })
                .CallAsync(AuditService.MetricSpot);
        }

        Assert.Equal(1, limiter.Asked);
        Assert.False(limiter.IsDisposed);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        SeoAuditBuilder builder = new ServiceCollection().AddSeoAudit();

        Assert.Throws<ArgumentNullException>(() => builder.UseRateLimiter(AuditService.SeoPeek, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.UseRateLimiter((AuditService)9, static _ => null!));
    }

    private ServiceProvider Services(ScriptedHandler handler, RateLimiter limiter)
    {
        var services = new ServiceCollection();
        services.TryAddSingleton<TimeProvider>(_time);
        services.AddSeoAudit(static options => (options.MetricSpot.ApiKey, options.MetricSpot.MonthlyQuota) = ("ms_live_a", 1))
            .UseRateLimiter(AuditService.MetricSpot, _ => limiter)
            .On(handler);
        return services.BuildServiceProvider();
    }

    private sealed class ScriptedLimiter(Func<Lease> answer) : RateLimiter
    {
        public int Asked { get; private set; }

        public int Returned { get; private set; }

        public bool IsDisposed { get; private set; }

        public Action? GiveBack { get; init; }

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics GetStatistics() => new() { CurrentAvailablePermits = 42 };

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            Asked++;
            Lease lease = answer();
            lease.Returned = () =>
            {
                Returned++;
                GiveBack?.Invoke();
            };
            return new(lease);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Lease(bool acquired, TimeSpan? retryAfter = null, string? reason = null) : RateLimitLease
    {
        public Action? Returned { get; set; }

        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter
                : metadataName == MetadataName.ReasonPhrase.Name ? reason
                : null;
            return metadata is not null;
        }

        protected override void Dispose(bool disposing)
        {
            Returned?.Invoke();
            base.Dispose(disposing);
        }
    }
}
