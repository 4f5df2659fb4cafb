using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

[Collection(EnvironmentTests.Name)]
public sealed class SettingsPrecedenceTests
{
    private static readonly (string, string)[] Variables =
    [
        ("SeoAudit__Seogent__ApiToken", "sk_environment"),
        ("SeoAudit__SeoPeek__ApiKey", "seo_environment"),
        ("SeoAudit__MetricSpot__ApiKey", "ms_live_environment"),
        ("SeoAudit__Seogent__Polling__Interval", "00:00:07"),
        ("SeoAudit__MetricSpot__BaseAddress", "https://metricspot.test/"),
    ];

    [Fact]
    public void From_nothing_the_environment_is_read()
    {
        using var environment = new EnvironmentScope(Variables);
        SeoAuditOptions options = Options(new ServiceCollection().AddSeoAudit());

        Assert.Equal("sk_environment", options.Seogent.ApiToken);
        Assert.Equal("seo_environment", options.SeoPeek.ApiKey);
        Assert.Equal("ms_live_environment", options.MetricSpot.ApiKey);
        Assert.Equal(TimeSpan.FromSeconds(7), options.Seogent.Polling.Interval);
        Assert.Equal(TimeSpan.FromSeconds(60), options.Seogent.Polling.MaxInterval);
        Assert.Equal(new Uri("https://metricspot.test/"), options.MetricSpot.BaseAddress);
    }

    [Fact]
    public void From_nothing_the_hosts_section_is_over_the_environment()
    {
        using var environment = new EnvironmentScope(Variables);
        IServiceCollection services = new ServiceCollection()
            .AddSingleton<IConfiguration>(Configuration(("SeoAudit:Seogent:ApiToken", "sk_host")));

        SeoAuditOptions options = Options(services.AddSeoAudit());

        Assert.Equal("sk_host", options.Seogent.ApiToken);
        Assert.Equal("seo_environment", options.SeoPeek.ApiKey);
    }

    [Theory]
    [InlineData("SeoAudit:Seogent:ApiToken", "SeoAudit")]
    [InlineData("SeoAudit:Seogent:ApiToken", null)]
    [InlineData("Seogent:ApiToken", null)]
    [InlineData("Elsewhere:SeoAudit:Seogent:ApiToken", "Elsewhere")]
    public void Configuration_is_the_section_or_holds_it(string key, string? section)
    {
        IConfiguration configuration = Configuration((key, "sk_configuration"));

        SeoAuditOptions options = Options(
            new ServiceCollection().AddSeoAudit(section is null ? configuration : configuration.GetSection(section)));

        Assert.Equal("sk_configuration", options.Seogent.ApiToken);
    }

    [Fact]
    public void A_delegate_is_over_the_environment()
    {
        using var environment = new EnvironmentScope(Variables);
        SeoAuditOptions options = Options(new ServiceCollection().AddSeoAudit(static options =>
        {
            Assert.Equal("sk_environment", options.Seogent.ApiToken);
            options.Seogent.ApiToken = "sk_delegate";
        }));

        Assert.Equal("sk_delegate", options.Seogent.ApiToken);
        Assert.Equal("seo_environment", options.SeoPeek.ApiKey);
    }

    [Fact]
    public void Environment_then_configuration_then_delegate_then_builder()
    {
        using var environment = new EnvironmentScope(Variables);
        var seen = new List<string?>();
        IServiceCollection services = new ServiceCollection();
        SeoAuditBuilder builder = services.AddSeoAudit(Configuration(("SeoAudit:Seogent:ApiToken", "sk_configuration")), options =>
        {
            seen.Add(options.Seogent.ApiToken);
            options.Seogent.ApiToken = "sk_delegate";
        });
        builder.Configure(options =>
        {
            seen.Add(options.Seogent.ApiToken);
            options.Seogent.ApiToken = "sk_builder";
        });
        services.AddSeoAudit();

        Assert.Equal("sk_builder", Options(builder).Seogent.ApiToken);
        Assert.Equal(["sk_configuration", "sk_delegate"], seen, StringComparer.Ordinal);
    }

    [Fact]
    public void Registering_again_does_not_let_the_environment_or_the_host_win()
    {
        using var environment = new EnvironmentScope(Variables);
        IServiceCollection services = new ServiceCollection()
            .AddSingleton<IConfiguration>(Configuration(("SeoAudit:SeoPeek:ApiKey", "seo_host"), ("SeoAudit:MetricSpot:ApiKey", "ms_host")));
        services.AddSeoAudit(static options => (options.Seogent.ApiToken, options.SeoPeek.ApiKey) = ("sk_delegate", "seo_delegate"));

        SeoAuditOptions options = Options(services.AddSeoAudit());

        Assert.Equal("sk_delegate", options.Seogent.ApiToken);
        Assert.Equal("seo_delegate", options.SeoPeek.ApiKey);
        Assert.Equal("ms_host", options.MetricSpot.ApiKey);
    }

    [Fact]
    public void Keyed_tenants_do_not_read_the_environment()
    {
        using var environment = new EnvironmentScope(Variables);
        IServiceCollection services = new ServiceCollection();
        services.AddSeoAudit();
        services.AddKeyedSeoAudit("a", static _ => { });
        services.AddKeyedSeoAudit("b", Configuration(("SeoAudit:Seogent:ApiToken", "sk_b")));
        using ServiceProvider provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<SeoAuditOptions>>();

        Assert.Null(options.Get("a").Seogent.ApiToken);
        Assert.Null(options.Get("a").SeoPeek.ApiKey);
        Assert.Null(options.Get("b").SeoPeek.ApiKey);
        Assert.Equal("sk_b", options.Get("b").Seogent.ApiToken);
        Assert.Equal("sk_environment", options.CurrentValue.Seogent.ApiToken);
    }

    [Fact]
    public async Task A_keyless_tenant_sends_nothing_at_anothers_expense()
    {
        using var environment = new EnvironmentScope(Variables);
        using var handler = new ScriptedHandler(Answers.For);
        IServiceCollection services = new ServiceCollection();
        services.AddKeyedSeoAudit("a", static _ => { }).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<ISeoAuditClient>("a");

        await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));
        await client.SeoPeek.AuditAsync(new Uri("https://example.com/"), TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(handler.Requests).Key);
    }

    [Fact]
    public async Task Create_from_nothing_reads_the_environment()
    {
        using var environment = new EnvironmentScope([.. Variables, ("SeoAudit__Seogent__BaseAddress", "http://127.0.0.1:1/"), ("SeoAudit__Seogent__MaxRetries", "0")]);
        using var client = SeoAuditClient.Create();

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(1, exception.Attempts);
        Assert.DoesNotContain("sk_environment", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_with_options_reads_nothing_else()
    {
        using var environment = new EnvironmentScope(("SeoAudit__SeoPeek__MaxRetries", "99"));

        SeoAuditClient.Create(new SeoAuditOptions()).Dispose();

        var exception = Assert.Throws<OptionsValidationException>(() => SeoAuditClient.Create());
        Assert.Contains("SeoAudit:SeoPeek:MaxRetries", exception.Message, StringComparison.Ordinal);
    }

    private static SeoAuditOptions Options(SeoAuditBuilder builder)
    {
        using ServiceProvider provider = builder.Services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ISeogentClient>());
        return provider.GetRequiredService<IOptionsMonitor<SeoAuditOptions>>().Get(builder.Name);
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
