using BulkAuditApi.Tests.Support;

[assembly: AssemblyFixture(typeof(ScriptedApi))]

namespace BulkAuditApi.Tests.Support;

/// <summary>One app on a scripted service, for all tests that do not change either.</summary>
public sealed class ScriptedApi : IAsyncLifetime
{
    private static int _pages;

    internal ScriptedService Service { get; private set; } = null!;

    internal RunningApi Api { get; private set; } = null!;

    internal HttpClient Client => Api.Client;

    /// <summary>A page that no other test has, and that says what the service is to answer.</summary>
    internal static string Page(string says = "") => $"https://shop.example/{Interlocked.Increment(ref _pages)}?{says}";

    /// <summary>Pages whose audits wait for <c>name-0</c>, <c>name-1</c> and so on.</summary>
    internal static string[] HeldPages(string name, int count) => [.. Enumerable.Range(0, count).Select(number => Page($"hold={name}-{number}"))];

    public async ValueTask InitializeAsync()
    {
        Service = await ScriptedService.StartAsync();
        Api = await RunningApi.StartAsync(Service.Settings());
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Service.DisposeAsync();
    }
}
