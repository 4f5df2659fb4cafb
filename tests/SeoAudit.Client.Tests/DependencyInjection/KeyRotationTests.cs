using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

public sealed class KeyRotationTests
{
    [Theory]
    [InlineData("SeoAudit:Seogent:ApiToken")]
    [InlineData("Seogent:ApiToken")]
    public async Task A_reload_changes_the_key_of_the_next_request(string setting)
    {
        IConfigurationRoot configuration = Configuration((setting, "sk_old"));
        using var handler = new ScriptedHandler(Answers.For);
        var services = new ServiceCollection();
        services.AddSeoAudit(configuration).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeogentClient>();

        await client.GetCreditsAsync(TestContext.Current.CancellationToken);
        configuration[setting] = "sk_new";
        configuration.Reload();
        await client.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Bearer sk_old", "Bearer sk_new"], handler.Requests.Select(static request => request.Key), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_reload_of_the_hosts_configuration_changes_the_key()
    {
        IConfigurationRoot configuration = Configuration();
        using var handler = new ScriptedHandler(Answers.For);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddSeoAudit().On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeogentClient>();

        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.GetCreditsAsync(TestContext.Current.CancellationToken));
        configuration["SeoAudit:Seogent:ApiToken"] = "sk_new";
        configuration.Reload();
        await client.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer sk_new", Assert.Single(handler.Requests).Key);
    }

    [Fact]
    public async Task A_section_that_comes_with_a_reload_is_read()
    {
        IConfigurationRoot configuration = Configuration();
        using var handler = new ScriptedHandler(Answers.For);
        var services = new ServiceCollection();
        services.AddKeyedSeoAudit("a", configuration).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<ISeogentClient>("a");
        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.GetCreditsAsync(TestContext.Current.CancellationToken));

        configuration["SeoAudit:Seogent:ApiToken"] = "sk_late";
        configuration.Reload();
        await client.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer sk_late", Assert.Single(handler.Requests).Key);
    }

    [Fact]
    public async Task A_change_of_the_options_changes_the_key_of_a_client_made_at_run_time()
    {
        using var handler = new ScriptedHandler(Answers.For);
        await using ServiceProvider provider = TestClient.Services(handler);
        var options = new SeoAuditOptions { Seogent = { ApiToken = "sk_old" } };
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);

        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);
        options.Seogent.ApiToken = "sk_new";
        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);
        options.Seogent.ApiToken = null;
        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["Bearer sk_old", "Bearer sk_new"], handler.Requests.Select(static request => request.Key), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_changed_while_its_request_is_under_way_stays_secret()
    {
        var options = new SeoAuditOptions { Seogent = { ApiToken = "sk_old_secret" } };
        using var handler = new ScriptedHandler(_ =>
        {
            options.Seogent.ApiToken = "sk_new_secret";
            return ScriptedHandler.Json("""{"message":"sk_old_secret is revoked"}""", System.Net.HttpStatusCode.Unauthorized);
        });
        await using ServiceProvider provider = TestClient.Services(handler);
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);

        var exception = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(
            () => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain("sk_old_secret", exception + exception.ServiceMessage + exception.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_options_are_read_when_the_wait_is_set_up()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json("""{"scan_id":"s1","status":"pending"}"""));
        await using ServiceProvider provider = TestClient.Services(handler, time);
        var options = new SeoAuditOptions { Seogent = { ApiToken = "sk_a" } };
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);
        options.Seogent.Polling.Timeout = TimeSpan.FromSeconds(42);

        Task<ScanReport> wait = client.Seogent.GetScan("s1").WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await time.AdvanceUntilAsync(wait, TimeSpan.FromSeconds(1), steps: 200);

        var exception = await Assert.ThrowsAsync<SeoAuditTimeoutException>(() => wait);
        Assert.Equal(TimeSpan.FromSeconds(42), exception.Timeout);
        Assert.Equal("s1", exception.OperationId);
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
