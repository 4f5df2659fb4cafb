using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Polly.Timeout;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.EndToEnd;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Complaints;

/// <summary>Complaints of retries: too many, too early, too long, or of what must not be sent twice.</summary>
public sealed class RetryComplaintTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("410400")]
    [InlineData("101")]
    [Trait(ComplaintListTests.Thread, "dotnet/extensions#7701")]
    public async Task A_wait_that_does_not_fit_into_the_calls_time_is_told_at_once(string seconds)
    {
        var time = new FakeTimeProvider();
        using ScriptedHandler handler = Refusing(HttpStatusCode.TooManyRequests, seconds);

        // The clock stands still: what waits for it would never come back.
        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(
            () => TestClient.Create(handler, time).Seogent.GetCreditsAsync(Stop).WaitAsync(TimeSpan.FromSeconds(60), Stop));

        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)), exception.RetryAt);
        Assert.Single(handler.Requests);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "dotnet/extensions#7001")]
    public async Task A_retry_never_comes_before_the_service_allows_it()
    {
        var time = new FakeTimeProvider();
        var at = new List<DateTimeOffset>();
        using var handler = new ScriptedHandler(_ =>
        {
            at.Add(time.GetUtcNow());
            return at.Count < 4 ? Refusal(HttpStatusCode.TooManyRequests, "3") : ScriptedHandler.Json(Answers.Credits);
        });

        await time.RunAsync(() => TestClient.Create(handler, time).Seogent.GetCreditsAsync(Stop), step: 0.001);

        Assert.Equal(4, at.Count);
        Assert.All(at.Zip(at.Skip(1)), static pair => Assert.True(pair.Second - pair.First > TimeSpan.FromSeconds(3)));
    }

    [Theory]
    [InlineData(EmulatedService.Seogent)]
    [InlineData(EmulatedService.MetricSpot)]
    [Trait(ComplaintListTests.Thread, "dotnet/extensions#5248")]
    public async Task A_creation_whose_answer_is_lost_is_found_and_not_bought_again(EmulatedService service)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(pages: 1);
        emulated.Emulator.Faults.Add(EmulatorFault.On(service, "POST").AfterHandling().Times(1).With(FaultAction.ResetConnection()));

        string id = service == EmulatedService.Seogent
            ? (await emulated.Client.Seogent.StartScanAsync(ScanRequest.ForUrls(emulated.Site.Pages[0]), Stop)).Id
            : (await emulated.Client.MetricSpot.QueueAuditAsync(emulated.Site.Pages[0], Stop)).Id;

        Assert.Equal(id, Assert.Single(emulated.Emulator.Ledger.CreationsOf(service)).Id);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "dotnet/extensions#5248")]
    public async Task A_creation_that_nobody_can_look_for_is_sent_once_and_said_to_be_unknown()
    {
        using ScriptedHandler handler = Refusing(HttpStatusCode.BadGateway, retryAfter: null);

        await Assert.ThrowsAsync<SeoAuditOutcomeUnknownException>(() => TestClient.Create(handler).SeoPeek.CreateKeyAsync("a@example.com", Stop));

        Assert.Single(handler.Requests);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "dotnet/extensions#4814")]
    public async Task The_apps_default_resilience_does_not_multiply_retries()
    {
        using ScriptedHandler handler = Refusing(HttpStatusCode.InternalServerError, retryAfter: null);
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler());
        services.AddSeoAudit(static options =>
        {
            (options.Seogent.ApiToken, options.Seogent.MaxRetries, options.Seogent.RetryDelay) = (TestClient.SeogentKey, 2, TimeSpan.Zero);
        }).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => provider.GetRequiredService<ISeogentClient>().GetCreditsAsync(Stop));

        Assert.Equal(3, exception.Attempts);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "dotnet/extensions#4814")]
    public async Task The_apps_default_resilience_does_not_cut_a_call_short()
    {
        var time = new FakeTimeProvider();
        using var handler = new ScriptedHandler(async (_, stop) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(60), time, stop);
            return ScriptedHandler.Json(Answers.Credits);
        });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler());
        services.AddHttpClient("the app's own").ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddSeoAudit(static options =>
        {
            (options.Seogent.ApiToken, options.Seogent.AttemptTimeout) = (TestClient.SeogentKey, TimeSpan.FromSeconds(90));
        }).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        CreditBalance credits = await time.RunAsync(() => provider.GetRequiredService<ISeogentClient>().GetCreditsAsync(Stop), step: 1);

        Assert.Equal(500, credits.Balance);
        Assert.Single(handler.Requests);
        // The same answer comes too late for a client that has the default.
        HttpClient own = provider.GetRequiredService<IHttpClientFactory>().CreateClient("the app's own");
        await Assert.ThrowsAsync<TimeoutRejectedException>(() => time.RunAsync(() => own.GetAsync(new Uri("https://example.com/"), Stop), step: 1));
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "App-vNext/Polly#651")]
    public async Task Three_refusals_on_closing_connections_are_got_over_and_each_sends_the_whole_body()
    {
        await using var server = new RawServer(static async (number, socket) => await socket.SendAsync(
            number <= 3 ? RawServer.Status(503, "Retry-After: 0\r\n") : RawServer.Ok(SeogentSamples.Created)));
        using var client = SeoAuditClient.Create(new SeoAuditOptions
        {
            Seogent = { ApiToken = TestClient.SeogentKey, BaseAddress = server.Address, RetryDelay = TimeSpan.Zero },
        });

        ScanOperation scan = await client.Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 10), Stop);

        Assert.Equal(SeogentSamples.Id, scan.Id);
        Assert.Equal(4, server.Heads.Count);
        Assert.Single(server.Heads.Select(static head => head.Split("\r\n").Single(static line => line.StartsWith("Content-Length", StringComparison.Ordinal))).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "App-vNext/Polly#651")]
    public async Task The_answer_before_a_retry_is_disposed()
    {
        var bodies = new List<RecordedContent>();
        using var handler = new ScriptedHandler(_ =>
        {
            bodies.Add(new RecordedContent(bodies.Count < 3 ? "{}" : Answers.Credits));
            return new HttpResponseMessage(bodies.Count <= 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK) { Content = bodies[^1] };
        });

        await TestClient.Create(handler, configure: static options => options.Seogent.RetryDelay = TimeSpan.Zero).Seogent.GetCreditsAsync(Stop);

        Assert.Equal(4, bodies.Count);
        Assert.All(bodies, static body => Assert.True(body.Disposed));
    }

    private static ScriptedHandler Refusing(HttpStatusCode status, string? retryAfter) => new(_ => Refusal(status, retryAfter));

    private static HttpResponseMessage Refusal(HttpStatusCode status, string? retryAfter)
    {
        HttpResponseMessage response = ScriptedHandler.Json("{}", status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }
}
