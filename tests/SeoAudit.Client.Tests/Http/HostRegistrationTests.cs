using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class HostRegistrationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hosts_default_resilience_does_not_multiply_attempts(bool before)
    {
        Assert.Equal(2, await AttemptsAsync(before, keep: false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hosts_default_resilience_is_kept_when_asked_for(bool before)
    {
        Assert.Equal(6, await AttemptsAsync(before, keep: true));
    }

    [Fact]
    public async Task A_time_out_of_a_kept_host_pipeline_is_a_time_out()
    {
        using var handler = new ScriptedHandler(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException();
        });
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.AddResilienceHandler(
            "host", pipeline => pipeline.AddTimeout(TimeSpan.FromMilliseconds(50))));
        await using ServiceProvider provider = Add(services, handler, keep: true).BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(
            () => provider.GetRequiredService<ISeogentClient>().GetCreditsAsync());

        Assert.Equal(TimeSpan.FromMilliseconds(50), exception.Timeout);
    }

    [Fact]
    public async Task What_a_handler_of_the_host_throws_is_wrapped()
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}"));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new FailingHandler()));
        await using ServiceProvider provider = Add(services, handler, keep: false).BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => provider.GetRequiredService<ISeogentClient>().GetCreditsAsync());

        Assert.IsType<FormatException>(exception.InnerException);
    }

    [Fact]
    public async Task Each_services_http_client_can_be_customised()
    {
        string? seen = null;
        using var handler = new ScriptedHandler(request =>
        {
            seen = request.Headers.UserAgent.ToString() + request.Headers.GetValues("X-Added").Single();
            return ScriptedHandler.Json("""{"balance":1}""");
        });
        var services = new ServiceCollection();
        SeoAuditBuilder builder = services.AddSeoAudit(options => options.Seogent.ApiToken = TestClient.SeogentKey);
        builder.Seogent
            .ConfigureHttpClient(client => client.DefaultRequestHeaders.UserAgent.ParseAdd("mine/1.0"))
            .ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-Added", "yes"))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ISeogentApi>().GetCreditsAsync();

        Assert.Equal("mine/1.0yes", seen);
        Assert.Equal("Bearer " + TestClient.SeogentKey, handler.Requests[0].Key);
    }

    private static async Task<int> AttemptsAsync(bool before, bool keep)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}", HttpStatusCode.InternalServerError));
        var services = new ServiceCollection();
        if (before)
        {
            AddHostDefaults(services);
        }

        Add(services, handler, keep);
        if (!before)
        {
            AddHostDefaults(services);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<SeoAuditException>(() => provider.GetRequiredService<ISeogentClient>().GetCreditsAsync());
        return handler.Requests.Count;
    }

    private static void AddHostDefaults(ServiceCollection services) =>
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(options =>
        {
            options.Retry.MaxRetryAttempts = 2;
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.Retry.ShouldHandle = static outcome => new ValueTask<bool>(outcome.Outcome.Exception is SeoAuditException);
        }));

    private static ServiceCollection Add(ServiceCollection services, ScriptedHandler handler, bool keep)
    {
        SeoAuditBuilder builder = services.AddSeoAudit(options =>
        {
            options.Seogent.ApiToken = TestClient.SeogentKey;
            options.Seogent.MaxRetries = 1;
            options.Seogent.RetryDelay = TimeSpan.FromMilliseconds(1);
        });
        builder.Seogent.ConfigurePrimaryHttpMessageHandler(() => handler);
        if (keep)
        {
            builder.KeepHostResilience();
        }

        return services;
    }

    private sealed class FailingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new FormatException("broken");
    }
}
