using System.Diagnostics;
using System.Text.Json;

namespace SeoAudit.Cli.Pipelines;

/// <summary>The services and a deployed site, both of the installed tool.</summary>
internal sealed class EmulatedServices : IAsyncDisposable
{
    private readonly Process _process;

    private EmulatedServices(Process process, JsonElement addresses)
    {
        _process = process;
        Site = new Uri(addresses.GetProperty("sitemap").GetString()!);
        Variables = addresses.GetProperty("environment").EnumerateObject().ToDictionary(static variable => variable.Name, static variable => variable.Value.GetString()!, StringComparer.Ordinal);
    }

    /// <summary>The sitemap of the deployed site.</summary>
    public Uri Site { get; }

    /// <summary>What a client needs in its environment, keys too.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    public static async Task<EmulatedServices> StartAsync(Shell shell)
    {
        Process process = shell.Start(["dotnet", "seoaudit", "emulator", "--site", "site", "--json"], [], captured: true);
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new PipelineException("The emulator did not start.");
        return new EmulatedServices(process, JsonDocument.Parse(line).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
