using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Configuration;

public sealed class BrokenReloadTests
{
    [Fact]
    public async Task A_reload_that_breaks_the_settings_fails_calls_as_any_other_error_until_it_is_mended()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Seogent:MaxRetries", "1"), new("Seogent:ApiToken", "sk_a"), new("Seogent:BaseAddress", "http://127.0.0.1:9/")])
            .Build();
        var services = new ServiceCollection();
        services.AddSeoAudit(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();
        configuration["Seogent:MaxRetries"] = "99";
        // The platform reports the fault to whoever reloads, too; a watched file has nobody to report to.
        Record.Exception(configuration.Reload);

        var exception = await Assert.ThrowsAsync<SeoAuditException>(
            () => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Seogent:MaxRetries must be between 0 and 10", exception.Message, StringComparison.Ordinal);
        Assert.Equal(AuditService.Seogent, exception.Service);
    }

    [Fact]
    public async Task A_reload_that_cannot_be_read_fails_calls_as_any_other_error()
    {
        IConfigurationRoot configuration = Configuration();
        var services = new ServiceCollection();
        services.AddSeoAudit(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ISeoAuditClient>();
        configuration["Seogent:MaxRetries"] = "many";
        Record.Exception(configuration.Reload);

        var exception = await Assert.ThrowsAsync<SeoAuditException>(
            () => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(AuditService.Seogent, exception.Service);
    }

    [Fact]
    public async Task A_reload_that_breaks_the_settings_while_a_creation_is_under_way_does_not_lose_its_id()
    {
        IConfigurationRoot configuration = Configuration();
        using var handler = new ScriptedHandler(request =>
        {
            configuration["Seogent:MaxRetries"] = "99";
            Record.Exception(configuration.Reload);
            return ScriptedHandler.Json(request.RequestUri!.AbsolutePath.EndsWith("/pdf", StringComparison.Ordinal)
                ? """{"pdf":{"id":"paid-1","status":"queued"}}"""
                : """{"scan_id":"paid-1","status":"pending","audit":{"id":"paid-1","url":"https://example.com/","status":"queued"}}""");
        });

        async Task<string> PaidAsync(Func<ISeoAuditClient, Task<string>> create)
        {
            configuration["Seogent:MaxRetries"] = "1";
            configuration.Reload();
            var services = new ServiceCollection();
            services.AddSeoAudit(configuration).On(handler);
            await using ServiceProvider provider = services.BuildServiceProvider();
            return await create(provider.GetRequiredService<ISeoAuditClient>());
        }

        CancellationToken stop = TestContext.Current.CancellationToken;
        Assert.Equal("paid-1", await PaidAsync(async client => (await client.Seogent.StartScanAsync(ScanRequest.ForDomain("example.com", 1), stop)).Id));
        Assert.Equal("paid-1", await PaidAsync(async client => (await client.MetricSpot.QueueAuditAsync(new Uri("https://example.com/"), stop)).Id));
        Assert.Equal("paid-1", await PaidAsync(async client => (await client.MetricSpot.QueuePdfAsync("a-1", cancellationToken: stop)).Id));
    }

    private static IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .AddInMemoryCollection(
        [
            new("Seogent:MaxRetries", "1"),
            new("Seogent:ApiToken", "sk_a"),
            new("Seogent:BaseAddress", "http://127.0.0.1:9/"),
            new("MetricSpot:ApiKey", "ms_a"),
        ])
        .Build();
}
