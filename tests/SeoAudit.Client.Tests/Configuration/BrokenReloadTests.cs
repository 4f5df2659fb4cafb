using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
}
