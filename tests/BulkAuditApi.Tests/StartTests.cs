using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BulkAuditApi.Tests.Support;
using SeoAudit.Emulator;

namespace BulkAuditApi.Tests;

/// <summary>What the app is made of, by its configuration.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Without_any_setting_it_audits_its_own_pages_by_an_emulator_within()
    {
        await using RunningApi api = await RunningApi.StartAsync();
        JsonElement settings = await SettingsAsync(api);
        Assert.True(settings.GetProperty("is_emulated").GetBoolean());
        int demoPages = settings.GetProperty("demo_pages").GetInt32();
        string[] pages = [.. Enumerable.Range(1, demoPages).Select(page => new Uri(api.Address, string.Create(CultureInfo.InvariantCulture, $"demo/{page}")).AbsoluteUri)];

        JsonElement bulk = await api.Client.BulkAsync(pages.Take(4));
        Assert.All(bulk.GetProperty("results").EnumerateArray(), static result => Assert.True(result.GetProperty("error").ValueKind == JsonValueKind.Null, result.GetRawText()));
        Assert.InRange(bulk.GetProperty("passed").GetInt32(), 1, 3);
        string id = await api.Client.SubmitAsync(pages);
        JsonElement result = (await api.Client.WaitForJobAsync(id)).GetProperty("result");
        Assert.Equal(demoPages, result.GetProperty("total").GetInt32());
        Assert.True(result.GetProperty("results").EnumerateArray().Select(static page => page.GetProperty("score").GetInt32()).Distinct().Count() > 3);
        using HttpResponseMessage health = await api.Client.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal("Healthy", await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_emulator_may_not_fetch_is_an_error_and_no_request_leaves()
    {
        await using RunningApi api = await RunningApi.StartAsync("Emulator:Delay=00:00:00");
        JsonElement result = (await api.Client.BulkAsync("https://example.com/")).GetProperty("results")[0];

        Assert.Equal(0, result.GetProperty("score").GetInt32());
        Assert.Contains("example.com", result.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_key_is_configured_the_service_is_asked_with_it_and_nothing_is_emulated()
    {
        await using ScriptedService service = await ScriptedService.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(service.Settings());

        Assert.False((await SettingsAsync(api)).GetProperty("is_emulated").GetBoolean());
        string page = ScriptedApi.Page();
        await api.Client.BulkAsync(page);
        Assert.Equal(1, service.CountOf(page));
        using HttpResponseMessage demo = await api.Client.GetAsync("/demo/1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, demo.StatusCode);
        Assert.DoesNotContain(ScriptedService.Key, api.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_apps_share_an_emulator_by_its_address()
    {
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync();
        await using RunningApi one = await RunningApi.StartAsync($"Emulator:Address={emulator.BaseAddress}");
        await using RunningApi other = await RunningApi.StartAsync($"Emulator:Address={emulator.BaseAddress}");
        foreach (RunningApi api in new[] { one, other })
        {
            await api.Client.BulkAsync(new Uri(one.Address, "demo/1").AbsoluteUri);
        }

        Assert.Equal(2, emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Count);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_makes_it_unhealthy()
    {
        await using RunningApi api = await RunningApi.StartAsync("Emulator:Address=http://127.0.0.1:9/");
        using HttpResponseMessage response = await api.Client.GetAsync("/health", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Two_storages_are_one_too_many()
    {
        (int exitCode, string log) = await RunningApi.RunAsync("Storage:PostgreSql=Host=127.0.0.1", "Storage:Redis=127.0.0.1:9");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Set Storage:PostgreSql or Storage:Redis, not both.", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_breaks_a_rule_keeps_it_from_starting_and_is_named()
    {
        (int exitCode, string log) = await RunningApi.RunAsync("Jobs:Workers=1000");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Workers must be between 0 and 100.", log, StringComparison.Ordinal);
    }

    private static Task<JsonElement> SettingsAsync(RunningApi api) => api.Client.GetFromJsonAsync<JsonElement>("/api/settings", TestContext.Current.CancellationToken);
}
