using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.DependencyInjection;

public sealed class EmulatorTests
{
    private static readonly Uri Emulator = new("http://127.0.0.1:5080");

    public static TheoryData<string> Orders => ["options", "options, keys later", "builder", "builder, keys later", "builder, configured later", "keyed"];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task No_real_key_reaches_the_emulator(string order)
    {
        using var handler = new ScriptedHandler(Answers.For);
        await using ServiceProvider provider = Build(order, handler);
        ISeoAuditClient client = order == "keyed"
            ? provider.GetRequiredKeyedService<ISeoAuditClient>("a")
            : provider.GetRequiredService<ISeoAuditClient>();

        await client.SeoPeek.AuditAsync(new Uri("https://example.com/"), TestContext.Current.CancellationToken);
        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);
        await client.MetricSpot.ListAuditsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["http://127.0.0.1:5080/seopeek/api/v1/audit", "http://127.0.0.1:5080/seogent/api/credits", "http://127.0.0.1:5080/metricspot/api/audits"],
            handler.Requests.Select(static request => request.Url.GetLeftPart(UriPartial.Path)),
            StringComparer.Ordinal);
        Assert.All(handler.Requests, static request => Assert.DoesNotContain("real", request.Key ?? string.Empty, StringComparison.Ordinal));
        Assert.All(handler.Requests.Skip(1), static request => Assert.Contains("emulator", request.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_made_at_run_time_can_be_pointed_at_it_too()
    {
        using var handler = new ScriptedHandler(Answers.For);
        await using ServiceProvider provider = TestClient.Services(handler);
        var options = new SeoAuditOptions();
        options.UseEmulator(Emulator);
        ISeoAuditClient client = provider.GetRequiredService<ISeoAuditClientFactory>().Create(options);
        SetRealKeys(options);

        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer sk_emulator", Assert.Single(handler.Requests).Key);
    }

    [Fact]
    public async Task Another_base_address_later_takes_its_key_again()
    {
        using var handler = new ScriptedHandler(Answers.For);
        ISeoAuditClient client = TestClient.Create(handler, configure: static options =>
        {
            options.UseEmulator(Emulator);
            SetRealKeys(options);
            options.Seogent.BaseAddress = new Uri("https://seogent.ai/api/");
        });

        await client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer sk_real", Assert.Single(handler.Requests).Key);
    }

    [Fact]
    public void Waits_poll_quickly_and_keep_their_time_out()
    {
        var options = new SeoAuditOptions();
        options.UseEmulator(Emulator);

        Assert.True(options.Seogent.Polling.Interval <= TimeSpan.FromSeconds(1));
        Assert.True(options.MetricSpot.Polling.Interval <= TimeSpan.FromSeconds(1));
        Assert.True(options.MetricSpot.PdfPolling.Interval <= TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromHours(1), options.Seogent.Polling.Timeout);
    }

    [Theory]
    [InlineData("http://10.0.0.7:5080/")]
    [InlineData("http://emulator.example/")]
    public void Plain_http_to_another_machine_is_refused(string address)
    {
        using ServiceProvider provider = new ServiceCollection().AddSeoAudit().UseEmulator(new Uri(address)).Services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ISeoAuditClient>());

        Assert.Equal(3, exception.Failures.Count(static fault => fault.Contains("https", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/a/b", "http://127.0.0.1:5080/a/b/seopeek/")]
    [InlineData("http://localhost:5080/?x=1#y", "http://localhost:5080/seopeek/")]
    [InlineData("http://[::1]:5080/", "http://[::1]:5080/seopeek/")]
    public void A_path_is_kept_and_the_rest_dropped(string emulator, string expected)
    {
        var options = new SeoAuditOptions();
        options.UseEmulator(new Uri(emulator));

        Assert.Equal(expected, options.SeoPeek.BaseAddress.AbsoluteUri);
    }

    private static ServiceProvider Build(string order, HttpMessageHandler handler)
    {
        var services = new ServiceCollection();
        SeoAuditBuilder builder = order switch
        {
            "keyed" => services.AddKeyedSeoAudit("a", SetRealKeys).UseEmulator(Emulator),
            "options" => services.AddSeoAudit(static options =>
            {
                SetRealKeys(options);
                options.UseEmulator(Emulator);
            }),
            "options, keys later" => services.AddSeoAudit(static options =>
            {
                options.UseEmulator(Emulator);
                SetRealKeys(options);
            }),
            _ => services.AddSeoAudit(SetRealKeys).UseEmulator(Emulator),
        };
        if (order == "builder, keys later")
        {
            services.Configure<SeoAuditOptions>(SetRealKeys);
        }

        if (order == "builder, configured later")
        {
            builder.Configure(SetRealKeys);
        }

        builder.On(handler);
        return services.BuildServiceProvider();
    }

    private static void SetRealKeys(SeoAuditOptions options)
    {
        options.SeoPeek.ApiKey = "seo_real";
        options.Seogent.ApiToken = "sk_real";
        options.MetricSpot.ApiKey = "ms_live_real";
    }
}
