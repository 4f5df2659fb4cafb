using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SeoAudit.Client.AspNetCore.Tests.Support;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.AspNetCore.Tests.Webhooks;

public sealed class SecretTests
{
    private static readonly string Old = SeogentWebhookSecret.Generate();
    private static readonly string New = SeogentWebhookSecret.Generate();

    [Fact]
    public void A_secret_has_256_bits_and_is_never_the_same()
    {
        string[] secrets = [.. Enumerable.Range(0, 1_000).Select(static _ => SeogentWebhookSecret.Generate())];

        Assert.Equal(1_000, secrets.Distinct(StringComparer.Ordinal).Count());
        Assert.All(secrets, static secret => Assert.Equal(32, Convert.FromHexString(secret).Length));
    }

    [Theory]
    [InlineData("bbbb", true)]
    [InlineData("aaaa", true)]
    [InlineData("aaab", false)]
    [InlineData("aaa", false)]
    [InlineData("aaaaa", false)]
    [InlineData("AAAA", false)]
    [InlineData("", false)]
    public void A_secret_fits_as_a_whole_or_not_at_all(string given, bool fits) =>
        Assert.Equal(fits, SeogentWebhookSecret.Matches(given, ["aaaa", "bbbb"]));

    [Fact]
    public async Task A_secret_is_changed_without_a_restart_and_the_old_one_counts_as_long_as_it_is_listed()
    {
        IConfigurationRoot settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Secrets:0"] = Old }).Build();
        await using ServiceProvider services = Services(builder => builder.AddSeogentWebhooks(settings));
        var urls = services.GetRequiredService<SeogentWebhookUrls>();
        var options = services.GetRequiredService<IOptionsMonitor<SeogentWebhookOptions>>();
        var address = new Uri("https://app.example.com/seo-callback");
        Assert.Equal($"https://app.example.com/seo-callback?secret={Old}", urls.Create(address).AbsoluteUri);

        (settings["Secrets:0"], settings["Secrets:1"]) = (New, Old);
        settings.Reload();

        Assert.Equal($"https://app.example.com/seo-callback?secret={New}", urls.Create(address).AbsoluteUri);
        Assert.Equal([New, Old], options.CurrentValue.Secrets);
    }

    [Fact]
    public async Task Every_secret_that_is_listed_is_accepted_and_no_other()
    {
        IList<string> secrets = [New, Old];
        await using WebhookApp app = await WebhookApp.StartAsync(configure: options => options.Secrets = secrets);
        string id = await app.CompletedScanAsync();

        Assert.Equal("200 200 404", await AnswersAsync(New, Old, WebhookApp.Secret));
        secrets.Remove(Old);
        Assert.Equal("200 404 404", await AnswersAsync(New, Old, WebhookApp.Secret));

        async Task<string> AnswersAsync(params string[] given)
        {
            var answers = new List<int>();
            foreach (string secret in given)
            {
                using HttpResponseMessage answer = await app.PostIdAsync(id, $"?secret={secret}");
                answers.Add((int)answer.StatusCode);
            }

            return string.Join(' ', answers);
        }
    }

    [Fact]
    public async Task The_address_of_the_settings_is_made_into_one_that_a_scan_takes()
    {
        await using ServiceProvider services = Services(static builder => builder.AddSeogentWebhooks(static options =>
            (options.Secrets, options.Address) = ([New], new Uri("https://app.example.com/base/seo-callback"))));

        Assert.Equal($"https://app.example.com/base/seo-callback?secret={New}", services.GetRequiredService<SeogentWebhookUrls>().Create().AbsoluteUri);
    }

    [Fact]
    public async Task Without_an_address_the_message_says_which_setting_is_missing()
    {
        await using ServiceProvider services = Services(static builder => builder.AddSeogentWebhooks(static options => options.Secrets = [New]));
        var urls = services.GetRequiredService<SeogentWebhookUrls>();

        Assert.Contains("SeogentWebhookOptions.Address", Assert.Throws<InvalidOperationException>(urls.Create).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("address", () => urls.Create(new Uri("http://app.example.com/")));
        Assert.Throws<ArgumentException>("address", () => urls.Create(new Uri("https://app.example.com/?a=b")));
        Assert.Throws<ArgumentException>("address", () => urls.Create(new Uri("/seo-callback", UriKind.Relative)));
    }

    [Fact]
    public async Task Settings_that_are_wrong_keep_the_app_from_starting_and_no_secret_is_repeated()
    {
        const string Short = "only-31-characters-are-in-here-";
        string odd = "not/url/safe/" + new string('x', 32);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSeoAudit().AddSeogentWebhooks(options =>
        {
            options.Secrets = [Short, odd, New];
            options.Address = new Uri("http://app.example.com/");
            options.MaxBodyBytes = 1_023;
            options.BodyTimeout = TimeSpan.Zero;
            options.MaxConcurrentLookups = 0;
            options.LookupsPerMinute = 0;
        });
        await using WebApplication app = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            ["Secrets[0]", "Secrets[1]", "Address", "MaxBodyBytes", "BodyTimeout", "MaxConcurrentLookups", "LookupsPerMinute"],
            exception.Failures.Select(static failure => failure.Split(' ')[0].Split('.', 2)[1]), StringComparer.Ordinal);
        Assert.DoesNotContain(Short, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(odd, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(New, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public async Task One_to_sixteen_secrets_are_needed(int count)
    {
        await using ServiceProvider services = Services(builder =>
            builder.AddSeogentWebhooks(options => options.Secrets = [.. Enumerable.Repeat(New, count)]));

        var exception = Assert.Throws<OptionsValidationException>(services.GetRequiredService<SeogentWebhookReceiver>);

        Assert.Contains("SeogentWebhookOptions.Secrets must hold 1 to 16 secrets", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_secret_nor_token_is_ever_logged()
    {
        await using WebhookApp app = await WebhookApp.StartAsync();
        app.Handler = (_, _) => app.Calls == 1 ? throw new InvalidOperationException("first") : Task.CompletedTask;
        ScanOperation scan = await app.StartScanAsync();
        await app.HandledAsync();
        (await app.PostIdAsync(scan.Id)).Dispose();
        (await app.PostIdAsync("forged")).Dispose();
        (await app.PostAsync("{")).Dispose();
        (await app.PostAsync("{}", contentType: "text/plain")).Dispose();
        (await app.PostIdAsync(scan.Id, $"?secret={WebhookApp.Secret}x")).Dispose();
        await app.App.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains(app.Log.Lines, static line => line.Contains("ended as Handled", StringComparison.Ordinal));
        Assert.Contains(app.Log.Lines, static line => line.Contains("was refused: NotFound", StringComparison.Ordinal));
        Assert.Contains(app.Log.Lines, static line => line.Contains(WebhookApp.Path, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, static line => line.Contains(WebhookApp.Secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(app.Log.Lines, static line => line.Contains("sk_emulator", StringComparison.Ordinal));
    }

    [Fact]
    public void Mapping_says_what_is_missing()
    {
        WebApplicationBuilder bare = WebApplication.CreateSlimBuilder();
        bare.Services.AddSeoAudit();
        WebApplicationBuilder handlerless = WebApplication.CreateSlimBuilder();
        handlerless.Services.AddSeoAudit().AddSeogentWebhooks(static options => options.Secrets = [New]);

        Assert.Contains(
            "AddSeogentWebhooks()",
            Assert.Throws<InvalidOperationException>(() => bare.Build().MapSeogentWebhook("/x", static (_, _) => Task.CompletedTask)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            nameof(ISeogentWebhookHandler),
            Assert.Throws<InvalidOperationException>(() => handlerless.Build().MapSeogentWebhook("/x")).Message,
            StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Action<SeoAuditBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddSeoAudit());
        return services.BuildServiceProvider();
    }
}
