using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

public sealed class HostTests
{
    private static readonly Uri Page = new("https://example.com/");

    [Fact]
    public async Task A_host_without_keys_starts_and_a_missing_key_fails_on_first_use()
    {
        using var handler = new ScriptedHandler(Answers.For);
        HostApplicationBuilder app = Builder();
        app.Services.AddSeoAudit().On(handler);
        using IHost host = app.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var client = host.Services.GetRequiredService<ISeoAuditClient>();

        var seogent = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));
        var metricSpot = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.MetricSpot.ListAuditsAsync(TestContext.Current.CancellationToken));
        await client.SeoPeek.AuditAsync(Page, TestContext.Current.CancellationToken);

        Assert.Contains("SeoAudit:Seogent:ApiToken", seogent.Message, StringComparison.Ordinal);
        Assert.Contains("SeoAudit__Seogent__ApiToken", seogent.Message, StringComparison.Ordinal);
        Assert.Contains("SeoAudit:MetricSpot:ApiKey", metricSpot.Message, StringComparison.Ordinal);
        Assert.Equal((AuditService.Seogent, "GetCredits"), (seogent.Service, seogent.Operation));
        Assert.Null(Assert.Single(handler.Requests).Key);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_hosts_configuration_is_used()
    {
        using var handler = new ScriptedHandler(Answers.For);
        HostApplicationBuilder app = Builder(("SeoAudit:Seogent:ApiToken", "sk_host"));
        app.Services.AddSeoAudit().On(handler);
        using IHost host = app.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        await host.Services.GetRequiredService<ISeoAuditClient>().Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer sk_host", Assert.Single(handler.Requests).Key);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_host_with_bad_settings_does_not_start_and_names_all_faults()
    {
        HostApplicationBuilder app = Builder(
            ("SeoAudit:SeoPeek:ApiKey", "seo_secret\nX-Evil: 1"),
            ("SeoAudit:SeoPeek:MaxRetries", "11"),
            ("SeoAudit:Seogent:ApiToken", "sk_secret with space"),
            ("SeoAudit:Seogent:BaseAddress", "http://example.com/"),
            ("SeoAudit:Seogent:Polling:Interval", "00:00:00"),
            ("SeoAudit:MetricSpot:BaseAddress", "https://user:pw_secret@example.com/"),
            ("SeoAudit:MetricSpot:TotalTimeout", "00:00:01"),
            ("SeoAudit:MetricSpot:AttemptTimeout", "00:00:02"),
            ("SeoAudit:MetricSpot:PdfPolling:Timeout", "8.00:00:00"));
        app.Services.AddSeoAudit();
        using IHost host = app.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.All(
            (string[])
            [
                "SeoAudit:SeoPeek:ApiKey", "SeoAudit:SeoPeek:MaxRetries", "SeoAudit:Seogent:ApiToken", "SeoAudit:Seogent:BaseAddress",
                "SeoAudit:Seogent:Polling:Interval", "SeoAudit:MetricSpot:BaseAddress", "SeoAudit:MetricSpot:TotalTimeout",
                "SeoAudit:MetricSpot:PdfPolling:Timeout",
            ],
            setting => Assert.Contains(setting, exception.Message, StringComparison.Ordinal));
        Assert.Equal(8, exception.Failures.Count());
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenants_faults_name_the_tenant()
    {
        HostApplicationBuilder app = Builder();
        app.Services.AddKeyedSeoAudit("acme", static options => options.SeoPeek.MaxRetries = -1);
        using IHost host = app.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("SeoAudit 'acme':SeoPeek:MaxRetries", exception.Message, StringComparison.Ordinal);
    }

    private static HostApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        app.Configuration.AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        return app;
    }
}
