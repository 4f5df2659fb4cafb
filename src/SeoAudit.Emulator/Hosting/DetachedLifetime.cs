using Microsoft.Extensions.Hosting;

namespace SeoAudit.Emulator.Hosting;

/// <summary>Ties the server to nothing: the default lifetime would take over Ctrl+C in the process that hosts the emulator.</summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
