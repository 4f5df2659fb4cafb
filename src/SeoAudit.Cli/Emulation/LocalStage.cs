using SeoAudit.Cli.Settings;
using SeoAudit.Cli.Terminal;
using SeoAudit.Emulator;

namespace SeoAudit.Cli.Emulation;

/// <summary>The emulator within the tool, with a client of it.</summary>
internal sealed class LocalStage : IAsyncDisposable
{
    private readonly SeoAuditEmulator _emulator;

    private LocalStage(SeoAuditEmulator emulator, ToolClient client)
    {
        _emulator = emulator;
        Client = client;
    }

    public ToolClient Client { get; }

    public static async Task<LocalStage> StartAsync(Screen screen, CancellationToken cancellationToken)
    {
        var options = new SeoAuditEmulatorOptions();

        // Whoever works on a page audits it again and again.
        options.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        options.MetricSpot.UrlCooldown = TimeSpan.Zero;
        SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(options, cancellationToken);
        screen.Detail($"The services are emulated at {emulator.BaseAddress}");
        return new LocalStage(emulator, ToolClient.CreateLocal(emulator.BaseAddress, screen));
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _emulator.DisposeAsync();
    }
}
