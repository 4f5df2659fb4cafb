using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.MetricSpot;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.SeoPeek;
using SeoAudit.Client.Tests.Storage;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Caching;

public sealed class CachedAuditTests
{
    private static readonly Uri Page = new("https://example.com/a?b=c");

    public static TheoryData<AuditService, string[]> Services => new()
    {
        { AuditService.SeoPeek, [SeoPeekSample.Full] },
        { AuditService.Seogent, ["""{"scan_id":"s-1","status":"pending"}""", """{"scan_id":"s-1","status":"completed"}""", SeogentSamples.Results] },
        { AuditService.MetricSpot, [MetricSpotSample.Queued, MetricSpotSample.Completed] },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_second_ask_costs_nothing_and_says_so(AuditService service, string[] answers)
    {
        var next = 0;
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(answers[Math.Min(next++, answers.Length - 1)]));
        await using var app = new CachingApp(handler);

        PageAudit made = await AuditAsync();
        int sent = handler.Requests.Count;
        PageAudit found = await AuditAsync();

        Assert.False(made.IsCached);
        Assert.True(found.IsCached);
        Assert.Equal(sent, handler.Requests.Count);
        Assert.Equal(Described.Of(made, "IsCached", "RateLimit"), Described.Of(found, "IsCached", "RateLimit"));
        Assert.Equal(made.Source!.GetType(), found.Source!.GetType());

        Task<PageAudit> AuditAsync() =>
            app.Client.AuditPageAsync(Page, new PageAuditOptions { Service = service }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_a_cache_nothing_is_cached()
    {
        using ScriptedHandler handler = CachingApp.Service();
        ISeoAuditClient client = TestClient.Create(handler);

        PageAudit[] audits = [await client.AuditPageAsync(Page), await client.AuditPageAsync(Page)];

        Assert.All(audits, static audit => Assert.False(audit.IsCached));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_cached_audit_is_of_the_URL_that_was_asked_for_this_time()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        var spelled = new Uri("https://EXAMPLE.com:443/a?b=c");

        await app.AuditAsync(Page);
        PageAudit found = await app.AuditAsync(spelled);

        Assert.True(found.IsCached);
        Assert.Same(spelled, found.Url);
    }

    [Fact]
    public async Task Pages_and_services_and_measurements_are_apart()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);

        await app.AuditAsync(Page);
        await app.AuditAsync(new Uri("https://example.com/A?b=c"));
        await app.AuditAsync(new Uri("http://example.com/a?b=c"));
        await app.AuditAsync(new Uri("https://example.com:8443/a?b=c"));

        Assert.Equal(4, handler.Requests.Count);
        Assert.Equal(6, Client.Caching.AuditCacheKey.AllOf(Page).Select(key => Client.Caching.CacheTenant.Named("t").Key(key)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_a_service_ignores_makes_no_other_audit()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);

        await app.AuditAsync(Page);
        PageAudit found = await app.Client.AuditPageAsync(
            Page, new PageAuditOptions { Performance = true, Accessibility = true }, TestContext.Current.CancellationToken);

        Assert.True(found.IsCached);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("402", typeof(SeoAuditQuotaException))]
    [InlineData("429", typeof(SeoAuditRateLimitException))]
    [InlineData("500", typeof(SeoAuditException))]
    [InlineData("200", typeof(SeoAuditResponseException))]
    public async Task A_failed_audit_is_not_cached(string status, Type error)
    {
        var answers = new Queue<HttpResponseMessage>(
            [ScriptedHandler.Json("[]", Enum.Parse<System.Net.HttpStatusCode>(status)), ScriptedHandler.Json(SeoPeekSample.Full)]);
        using var handler = new ScriptedHandler(_ => answers.Dequeue());
        await using var app = new CachingApp(handler);

        await Assert.ThrowsAsync(error, () => app.AuditAsync(Page));
        PageAudit audit = await app.AuditAsync(Page);

        Assert.False(audit.IsCached);
        Assert.Equal(82, audit.Score);
    }

    [Fact]
    public async Task Refresh_audits_in_any_case_and_replaces_what_was_cached()
    {
        var score = 0;
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(Answers.SeoPeekAudit(Page.AbsoluteUri, ++score)));
        await using var app = new CachingApp(handler);

        await app.AuditAsync(Page);
        PageAudit refreshed = await app.AuditAsync(Page, CacheMode.Refresh);
        PageAudit found = await app.AuditAsync(Page);

        Assert.Equal((2, false), (refreshed.Score, refreshed.IsCached));
        Assert.Equal((2, true), (found.Score, found.IsCached));
    }

    [Fact]
    public async Task Bypass_neither_reads_nor_writes()
    {
        var score = 0;
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(Answers.SeoPeekAudit(Page.AbsoluteUri, ++score)));
        await using var app = new CachingApp(handler);

        PageAudit before = await app.AuditAsync(Page, CacheMode.Bypass);
        PageAudit made = await app.AuditAsync(Page);
        PageAudit after = await app.AuditAsync(Page, CacheMode.Bypass);
        PageAudit found = await app.AuditAsync(Page);

        Assert.Equal([(1d, false), (2d, false), (3d, false), (2d, true)], new[] { before, made, after, found }.Select(static audit => (audit.Score, audit.IsCached)));
    }

    [Fact]
    public async Task What_no_mode_means_is_refused()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => app.AuditAsync(Page, (CacheMode)9));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Limits_and_raw_answers_are_the_first_callers_only()
    {
        using ScriptedHandler handler = new(static request =>
        {
            HttpResponseMessage answer = ScriptedHandler.Json(SeoPeekSample.Full);
            answer.Headers.Add("X-RateLimit-Remaining", "7");
            return answer;
        });
        await using var app = new CachingApp(handler, static services => services.Configure<SeoAuditOptions>(static options => options.SeoPeek.KeepRawResponses = true));

        var made = Assert.IsType<SeoPeekAudit>((await app.AuditAsync(Page)).Source);
        var found = Assert.IsType<SeoPeekAudit>((await app.AuditAsync(Page)).Source);

        Assert.Equal(7, made.RateLimit!.Remaining);
        Assert.NotNull(made.RawResponse);
        Assert.Null(found.RateLimit);
        Assert.Null(found.RawResponse);
    }

    [Fact]
    public async Task The_services_own_clients_are_not_cached()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);

        await app.AuditAsync(Page);
        await app.Client.SeoPeek.AuditAsync(Page, TestContext.Current.CancellationToken);

        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Memory_gives_the_same_object_without_reading_it_again()
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler);
        await app.AuditAsync(Page);

        Assert.Same((await app.AuditAsync(Page)).Source, (await app.AuditAsync(Page)).Source);
    }

    [Fact]
    public async Task Without_a_HybridCache_the_client_says_what_is_missing()
    {
        using ScriptedHandler handler = CachingApp.Service();
        var services = new ServiceCollection();
        services.AddSeoAudit(CachingApp.SetKeys).UseCaching().On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<ISeoAuditClient>);

        Assert.Contains("AddHybridCache", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.999, null, "Expiration")]
    [InlineData(2_592_001d, null, "Expiration")]
    [InlineData(60d, 0.5, "LocalExpiration")]
    [InlineData(60d, 61d, "LocalExpiration")]
    public async Task A_setting_out_of_its_range_is_named(double expiration, double? local, string name)
    {
        using ScriptedHandler handler = CachingApp.Service();
        await using var app = new CachingApp(handler, configure: options =>
        {
            options.Expiration = TimeSpan.FromSeconds(expiration);
            options.LocalExpiration = local is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        });

        var exception = Assert.Throws<OptionsValidationException>(() => app.Client);

        Assert.StartsWith($"UseCaching:{name} ", Assert.Single(exception.Failures), StringComparison.Ordinal);
    }
}
