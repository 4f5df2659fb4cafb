using SeoAudit.Client;
using SeoAudit.Emulator;

namespace BulkAuditApi.Emulation;

/// <summary>
/// The services on this machine, for as long as no key is configured: started in this process, or, with <c>Emulator:Address</c>, one
/// that several instances share.
/// </summary>
internal sealed class EmulatedServices : IAsyncDisposable
{
    private static readonly string[] Keys = ["SeoPeek:ApiKey", "Seogent:ApiToken", "MetricSpot:ApiKey"];

    private readonly SeoAuditEmulator? _own;

    private EmulatedServices(Uri? address, SeoAuditEmulator? own) => (Address, _own) = (address, own);

    /// <summary>Where it is; null where the real services are used.</summary>
    public Uri? Address { get; }

    public static async Task<EmulatedServices> StartAsync(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection("Emulator");
        if (section["Address"] is { Length: > 0 } address)
        {
            return new EmulatedServices(new Uri(address), own: null);
        }

        IConfigurationSection audits = configuration.GetSection(SeoAuditOptions.SectionName);
        if (!section.GetValue("Enabled", !Array.Exists(Keys, key => !string.IsNullOrEmpty(audits[key]))))
        {
            return new EmulatedServices(address: null, own: null);
        }

        var settings = new SeoAuditEmulatorOptions();
        // As many as the largest plan; without a key it would be 50.
        settings.SeoPeek.DailyQuota = section.GetValue("DailyQuota", 10_000);
        settings.SeoPeek.ArtificialDelay = section.GetValue("Delay", TimeSpan.FromMilliseconds(500));
        foreach (string host in section.GetSection("AllowedHosts").Get<string[]>() ?? [])
        {
            settings.AllowedHosts.Add(host);
        }

        SeoAuditEmulator own = await SeoAuditEmulator.StartAsync(settings);
        return new EmulatedServices(own.BaseAddress, own);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
