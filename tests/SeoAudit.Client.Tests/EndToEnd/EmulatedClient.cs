using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.EndToEnd;

/// <summary>The SDK, an emulator and a site, together.</summary>
internal sealed class EmulatedClient : IAsyncDisposable
{
    private readonly SeoAuditClient _client;

    private EmulatedClient(GeneratedSite site, SeoAuditEmulator emulator, Action<SeoAuditOptions>? configure)
    {
        Site = site;
        Emulator = emulator;
        _client = NewClient(configure);
    }

    public GeneratedSite Site { get; }

    public SeoAuditEmulator Emulator { get; }

    public ISeoAuditClient Client => _client;

    public static async Task<EmulatedClient> StartAsync(
        int pages = 3, Action<SeoAuditEmulatorOptions>? emulate = null, Action<SeoAuditOptions>? configure = null)
    {
        var settings = new SeoAuditEmulatorOptions();
        settings.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        emulate?.Invoke(settings);
        return new EmulatedClient(await GeneratedSite.StartAsync(pages), await SeoAuditEmulator.StartAsync(settings), configure);
    }

    /// <summary>Another client of the same account, as another process would have it.</summary>
    public SeoAuditClient NewClient(Action<SeoAuditOptions>? configure = null)
    {
        var options = new SeoAuditOptions();
        options.UseEmulator(Emulator);
        foreach (ServiceOptions service in new ServiceOptions[] { options.SeoPeek, options.Seogent, options.MetricSpot })
        {
            service.RetryDelay = TimeSpan.FromMilliseconds(1);
        }

        configure?.Invoke(options);
        return SeoAuditClient.Create(options);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Emulator.DisposeAsync();
        await Site.DisposeAsync();
    }
}
