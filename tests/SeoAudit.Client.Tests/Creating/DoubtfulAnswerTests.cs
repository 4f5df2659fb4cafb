using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>What only looks like a refusal, and apps that meddle.</summary>
public sealed class DoubtfulAnswerTests : IDisposable
{
    private static readonly ScanRequest Request = ScanRequest.ForDomain("example.com", 10);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, 500, TimeSpan.Zero));
    private readonly ScanDesk _desk;

    public DoubtfulAnswerTests() => _desk = new ScanDesk(_time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_moment_in_the_text_of_a_503_does_not_make_it_a_refusal()
    {
        _desk.Accept(static () => ScriptedHandler.Json(
            """{"message":"The worker that began at 2026-03-12T12:00:00Z did not answer."}""", HttpStatusCode.ServiceUnavailable));

        Assert.True((await StartAsync(_desk.Client())).IsAdopted);
        Assert.Equal(1, _desk.Posts);
    }

    [Fact]
    public async Task The_time_out_of_a_client_that_the_app_forwards_with_is_no_missing_connection()
    {
        _desk.Accept(static () => throw new TaskCanceledException("timeout", new TimeoutException("timeout", new TaskCanceledException())));

        Assert.True((await StartAsync(_desk.Client())).IsAdopted);
        Assert.Equal(1, _desk.Posts);
    }

    [Fact]
    public async Task An_answer_with_an_empty_id_is_looked_for()
    {
        _desk.Accept(static () => ScriptedHandler.Json("""{"scan_id":"","status":"pending"}""", HttpStatusCode.Created));

        ScanOperation scan = await StartAsync(_desk.Client());

        Assert.Equal(Assert.Single(_desk.Ids), scan.Id);
    }

    [Fact]
    public async Task A_handler_of_the_app_that_sends_again_buys_once_and_leaves_the_gate_open()
    {
        var settled = false;
        var services = new ServiceCollection();
        services.TryAddSingleton<TimeProvider>(_time);
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Repeater(() => !settled)));
        services.AddSeoAudit(options => (options.Seogent.ApiToken, options.Seogent.MaxRetries) = (_desk.Token, 3))
            .Seogent.ConfigurePrimaryHttpMessageHandler(() => _desk.Handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();
        _desk.Accept(ScanDesk.Reset);
        _desk.Accept(ScanDesk.Reset);

        ScanOperation first = await StartAsync(client);

        Assert.Equal(Assert.Single(_desk.Ids), first.Id);
        settled = true;
        _desk.Refuse(ScanDesk.Reset);
        ScanOperation second = await StartAsync(client);
        Assert.Equal(_desk.Ids[0], second.Id);
        Assert.Equal(2, _desk.Ids.Count);
    }

    [Fact]
    public async Task Settings_that_break_while_a_call_is_on_its_way_leave_it_to_be_reconciled()
    {
        using var configuration = new ConfigurationManager();
        (configuration["Seogent:ApiToken"], configuration["Seogent:MaxRetries"]) = (_desk.Token, "3");
        var services = new ServiceCollection();
        services.TryAddSingleton<TimeProvider>(_time);
        services.AddSeoAudit(configuration).Seogent.ConfigurePrimaryHttpMessageHandler(() => _desk.Handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        _desk.Accept(() =>
        {
            configuration["Seogent:MaxRetries"] = "99";
            Record.Exception(((IConfigurationRoot)configuration).Reload);
            return ScanDesk.Reset();
        });

        var unknown = await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => StartAsync(provider.GetRequiredService<ISeoAuditClient>()));

        configuration["Seogent:MaxRetries"] = "3";
        ((IConfigurationRoot)configuration).Reload();
        Assert.Equal(Assert.Single(_desk.Ids), await unknown.ReconcileAsync(Stop));
    }

    [Fact]
    public async Task A_creation_that_is_looked_for_and_sent_again_asks_the_limiter_once()
    {
        using var handler = new ScriptedHandler(static request =>
            request.Method == HttpMethod.Post ? ScanDesk.Reset() : ScriptedHandler.Json("""{"audits":[]}"""));
        using var limiter = new FixedWindowRateLimiter(
            new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromDays(1), QueueLimit = 0, AutoReplenishment = false });
        var services = new ServiceCollection();
        services.TryAddSingleton<TimeProvider>(_time);
        SeoAuditBuilder builder = services.AddSeoAudit(static options => options.MetricSpot.ApiKey = "ms_live_limited");
        builder.UseRateLimiter(AuditService.MetricSpot, _ => limiter);
        builder.MetricSpot.ConfigurePrimaryHttpMessageHandler(() => handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();

        var lost = await Assert.ThrowsAsync<SeoAuditException>(
            () => _time.RunAsync(() => client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/"), Stop), step: 0.1));

        Assert.Equal(4, lost.Attempts);
        Assert.Equal((1, 0), (limiter.GetStatistics()!.TotalSuccessfulLeases, limiter.GetStatistics()!.TotalFailedLeases));
    }

    [Fact]
    public async Task Without_retries_too_the_service_has_a_moment_to_show_what_it_took()
    {
        _desk.Accept(ScanDesk.Reset);
        DateTimeOffset began = _time.GetUtcNow();
        DateTimeOffset? looked = null;
        _desk.Show = scan =>
        {
            looked ??= _time.GetUtcNow();
            return scan;
        };

        ScanOperation scan = await StartAsync(_desk.Client(retries: 0));

        Assert.True(scan.IsAdopted);
        Assert.True(looked - began >= TimeSpan.FromSeconds(0.5), $"{looked - began}");
    }

    private Task<ScanOperation> StartAsync(ISeoAuditClient client) =>
        _time.RunAsync(() => client.Seogent.StartScanAsync(Request, Stop), step: 0.1);

    private sealed class Repeater(Func<bool> repeats) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (SeoAuditException) when (repeats() && request.Method == HttpMethod.Post)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
