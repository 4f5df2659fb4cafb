using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SeoAudit.Client.Configuration;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Conventions;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Security;

/// <summary>The few types that hold keys do not show them.</summary>
public sealed class KeyHoldersTests
{
    private const string Key = "sk_held0123456789abcdef";

    private static PropertyInfo[] Holders =>
        [.. ClientAssembly.PublicTypes.SelectMany(static type => type.GetProperties()).Where(static property => property.Name is "ApiKey" or "ApiToken")];

    [Fact]
    public void These_hold_a_key_and_no_other_type_has_a_member_that_is_called_like_one()
    {
        string[] words = ["Key", "Token", "Secret", "Password", "Credential"];
        IEnumerable<PropertyInfo> named = ClientAssembly.PublicTypes
            .SelectMany(static type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(string) && words.Any(word => property.Name.Contains(word, StringComparison.Ordinal)))
            // The name of a check.
            .Where(static property => property.Name != "Key");

        Assert.Equal(
            [typeof(MetricSpotOptions), typeof(SeoPeekApiKey), typeof(SeoPeekOptions), typeof(SeogentOptions)],
            Holders.Select(static property => property.DeclaringType!).OrderBy(static type => type.Name, StringComparer.Ordinal));
        Assert.Equal(Holders.ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public void Printed_or_written_as_json_they_say_nothing()
    {
        SeoAuditOptions options = WithKeys();
        object[] all = [options, options.SeoPeek, options.Seogent, options.MetricSpot, new SeoPeekApiKey { ApiKey = Key }];

        Assert.All(all, static one => SecretKey.AssertNotIn([$"{one}"], Key));
        Assert.All(all.SkipLast(1), static one => SecretKey.AssertNotIn([JsonSerializer.Serialize(one, one.GetType())], Key));
    }

    [Fact]
    public void No_debugger_display_names_a_key()
    {
        IEnumerable<string?> displays = ClientAssembly.Assembly.GetTypes()
            .SelectMany(static type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Prepend(type))
            .SelectMany(static member => member.GetCustomAttributes<DebuggerDisplayAttribute>(inherit: false))
            .Select(static display => $"{display.Value} {display.Name}");

        Assert.DoesNotContain(displays, static display => display!.Contains("Api", StringComparison.Ordinal) || display.Contains("Credential", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_of_settings_do_not_quote_keys()
    {
        foreach (string broken in new[] { Key + "\r\n", Key + " ", " " + Key, Key + "é" })
        {
            SeoAuditOptions options = WithKeys(broken);

            ValidateOptionsResult result = new SeoAuditOptionsValidator().Validate(null, options);

            Assert.Equal(3, result.Failures!.Count());
            SecretKey.AssertNotIn(result.Failures!, Key);
        }
    }

    [Fact]
    public async Task A_key_that_was_broken_after_its_settings_were_checked_is_not_sent_and_not_quoted()
    {
        using var handler = new ScriptedHandler(Answers.For);
        SeoAuditOptions options = WithKeys();
        using var app = TestClient.Services(handler);
        ISeoAuditClient client = ((ISeoAuditClientFactory)app.GetService(typeof(ISeoAuditClientFactory))!).Create(options);
        (options.SeoPeek.ApiKey, options.Seogent.ApiToken) = (Key + "\r\nX-Injected: 1", Key + "\n");

        foreach (Func<Task> call in (Func<Task>[])
        [
            () => client.SeoPeek.AuditAsync(new Uri("https://example.com/"), TestContext.Current.CancellationToken),
            () => client.Seogent.GetCreditsAsync(TestContext.Current.CancellationToken),
        ])
        {
            SecretKey.AssertNotIn([ExceptionText.Of(await Assert.ThrowsAsync<SeoAuditException>(call))], Key);
        }

        Assert.Empty(handler.Requests);
    }

    private static SeoAuditOptions WithKeys(string key = Key) => new()
    {
        SeoPeek = { ApiKey = key },
        Seogent = { ApiToken = key },
        MetricSpot = { ApiKey = key },
    };
}
