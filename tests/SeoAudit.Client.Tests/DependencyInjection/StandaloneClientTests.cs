using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

public sealed class StandaloneClientTests
{
    [Fact]
    public async Task A_change_of_the_options_changes_the_key()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\n", Answers.Credits));
        var options = new SeoAuditOptions { Seogent = { BaseAddress = server.Address, ApiToken = "sk_old" } };
        using SeoAuditClient client = SeoAuditClient.Create(options);

        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);
        options.Seogent.ApiToken = "sk_new";
        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Authorization: Bearer sk_old", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer sk_new", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_closes_the_connections_and_later_calls_fail_as_sdk_exceptions()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\n", Answers.Credits));
        SeoAuditClient client = SeoAuditClient.Create(
            new SeoAuditOptions { Seogent = { BaseAddress = server.Address, ApiToken = "sk_a", MaxRetries = 0 } });
        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        client.Dispose();
        client.Dispose();

        await server.FirstClosed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SeoAuditException>(() => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Disposing_the_container_closes_the_connections_and_disposing_its_client_does_not()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\n", Answers.Credits));
        ServiceProvider provider = new ServiceCollection()
            .AddSeoAudit(options => (options.Seogent.BaseAddress, options.Seogent.ApiToken) = (server.Address, "sk_a")).Services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();
        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        ((IDisposable)client).Dispose();
        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);
        Assert.False(server.FirstClosed.Task.IsCompleted);

        await provider.DisposeAsync();
        await server.FirstClosed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Bad_settings_are_refused_with_all_faults()
    {
        var options = new SeoAuditOptions { SeoPeek = { MaxRetries = 11, ApiKey = "seo_secret\r\n" }, Seogent = { MaxResponseBytes = 1 } };

        var exception = Assert.Throws<OptionsValidationException>(() => SeoAuditClient.Create(options));

        Assert.Equal(3, exception.Failures.Count());
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }
}
