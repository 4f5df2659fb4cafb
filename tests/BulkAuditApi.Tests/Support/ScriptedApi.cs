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
