using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;
using SeoAudit.Client.Http;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

/// <summary>What the pipeline is told of services, endpoints and downloads.</summary>
public sealed class ProfileTests
{
    [Fact]
    public void An_endpoint_is_named_like_its_method_without_what_methods_end_with()
    {
        Assert.Equal("Audit", new ServiceEndpoint("AuditAsync", EndpointKind.Read).Name);
        Assert.Equal("Audit", new ServiceEndpoint("Audit", EndpointKind.Read).Name);
        Assert.Equal(string.Empty, new ServiceEndpoint("Audit", EndpointKind.Read).SpanName);
    }

    [Fact]
    public void Downloads_have_no_service_and_no_key()
    {
        PublicProfile profile = MadeAnew();

        Assert.Equal((null, "The site's", "Site", string.Empty), (profile.Service, profile.Name, profile.LogName, profile.KeySetting));
        Assert.True(profile.KeyIsOptional);
        Assert.Null(profile.Select(new SeoAuditOptions()).Credential);
        Assert.Equal(50 * 1024 * 1024, profile.Select(new SeoAuditOptions()).MaxResponseBytes);
        using var request = new HttpRequestMessage();
        Assert.Equal("Downloads carry no key.", Assert.Throws<NotSupportedException>(() => profile.Authenticate(request, "key")).Message);
    }

    [Theory]
    [InlineData(nameof(IPublicDownloader.DownloadAsync), false)]
    [InlineData(nameof(IPublicDownloader.GetSitemapAsync), true)]
    public void Downloads_are_read_without_a_key_as_streams_of_any_type(string method, bool isBoundedByReceiver)
    {
        ServiceEndpoint endpoint = MadeAnew().Endpoint(method);

        Assert.Equal((EndpointKind.Read, true, "*", isBoundedByReceiver), (endpoint.Kind, endpoint.Anonymous, endpoint.StreamedMediaType, endpoint.IsBoundedByReceiver));
    }

    [Fact]
    public async Task A_download_asks_for_anything_and_takes_no_key_with_it()
    {
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = new StringContent("a", encoding: null, "text/plain") });
        Uri address = new("https://example.com/sitemap.txt");

        Exception? fault = await Record.ExceptionAsync(() => TestClient.Create(handler).ReadSitemapAsync(address).CollectAsync());

        Assert.True(fault is null or SeoAuditException, $"{fault}");
        SentRequest sent = Assert.Single(handler.Requests);
        Assert.Equal((address, "*/*", null), (sent.Url, sent.Accept, sent.Key));
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData(17, "17")]
    [InlineData(1.5, "1.5")]
    public void What_has_a_name_in_a_query_is_written_as_it_is(object value, string written) =>
        Assert.Equal(written, new ParameterFormatter().Format(value, Parameter("name"), value.GetType()));

    [Fact]
    public void What_stands_in_a_path_is_an_id()
    {
        Assert.Equal("abc", new ParameterFormatter().Format("abc", Parameter("id"), typeof(string)));

        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(() => new ParameterFormatter().Format("..", Parameter("id"), typeof(string)));

        Assert.Equal("id", refused.ParamName);
        Assert.Equal("..", new ParameterFormatter().Format("..", Parameter("name"), typeof(string)));
    }

    [Fact]
    public async Task A_key_that_is_missing_says_where_to_set_it()
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}"));
        ISeoAuditClient client = TestClient.Create(handler, configure: static options => options.Seogent.ApiToken = null);

        SeoAuditAuthenticationException refused = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.Seogent.GetCreditsAsync());

        Assert.Equal("SEOgent needs a key: set SeoAudit:Seogent:ApiToken, in the environment SeoAudit__Seogent__ApiToken.", refused.Message);
        Assert.Equal((AuditService.Seogent, "GetCredits"), (refused.Service, refused.Operation));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_key_that_was_broken_later_says_what_keys_are_made_of()
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json("{}"));
        await using ServiceProvider app = TestClient.Services(handler);
        var options = new SeoAuditOptions { Seogent = { ApiToken = TestClient.SeogentKey } };
        ISeoAuditClient client = app.GetRequiredService<ISeoAuditClientFactory>().Create(options);
        options.Seogent.ApiToken = TestClient.SeogentKey + "\n";

        SeoAuditException refused = await Assert.ThrowsAsync<SeoAuditException>(() => client.Seogent.GetCreditsAsync());

        Assert.Equal("SEOgent cannot be called: Seogent:ApiToken must hold visible ASCII characters only, without spaces or line ends.", refused.Message);
        Assert.Equal((AuditService.Seogent, "GetCredits"), (refused.Service, refused.Operation));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("sk_key", true)]
    public void An_account_that_needs_a_key_is_configured_when_it_has_one(string? key, bool isConfigured)
    {
        var options = new SeoAuditOptions { Seogent = { ApiToken = key } };

        Assert.Equal(isConfigured, new ServiceAccount(SeogentProfile.Instance, () => options).IsConfigured);
        Assert.True(new ServiceAccount(PublicProfile.Instance, () => options).IsConfigured);
    }

    [Fact]
    public void An_account_without_pacing_has_no_quota()
    {
        var account = new ServiceAccount(PublicProfile.Instance, static () => new SeoAuditOptions());

        Assert.Equal("The site's has no quota.", Assert.Throws<InvalidOperationException>(account.Quota).Message);
    }

    [Fact]
    public void Settings_that_cannot_be_read_are_an_error_of_the_call()
    {
        foreach (Exception cause in new Exception[] { new InvalidOperationException("no number"), new OptionsValidationException("name", typeof(SeoAuditOptions), ["no number"]) })
        {
            SeoAuditException refused = Assert.Throws<SeoAuditException>(() => new ServiceAccount(SeogentProfile.Instance, () => throw cause).OptionsForCall());

            Assert.Equal(("SEOgent cannot be called: no number", AuditService.Seogent), (refused.Message, refused.Service));
            Assert.Same(cause, refused.InnerException);
        }

        Assert.Throws<TimeoutException>(() => new ServiceAccount(SeogentProfile.Instance, static () => throw new TimeoutException()).OptionsForCall());
    }

    [Fact]
    public void Settings_of_downloads_are_those_that_are_documented() =>
        Assert.Equal((50 * 1024 * 1024, "https://localhost/", null), (new PublicOptions().MaxResponseBytes, new PublicOptions().BaseAddress.AbsoluteUri, new PublicOptions().Credential));

    [Fact]
    public void The_shorter_and_the_longer_of_two_times_are_told()
    {
        (TimeSpan one, TimeSpan two) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        Assert.Equal((one, one), (Durations.Min(one, two), Durations.Min(two, one)));
        Assert.Equal((two, two), (Durations.Max(one, two), Durations.Max(two, one)));
    }

    // The one that there is was made before anything could be looked at.
    private static PublicProfile MadeAnew() => (PublicProfile)Activator.CreateInstance(typeof(PublicProfile), nonPublic: true)!;

    private static ParameterInfo Parameter(string name) => typeof(ProfileTests)
        .GetMethod(nameof(Call), BindingFlags.NonPublic | BindingFlags.Static)!
        .GetParameters()
        .Single(parameter => parameter.Name == name);

    private static string Call(string id, [AliasAs("name")] string name) => id + name;
}
