using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>What schedules of faults are played on: services with their ledgers, and the connection to them that fails.</summary>
internal sealed class SpendGround : IAsyncDisposable
{
    private readonly LoopbackServer _site = new(
        static _ => LoopbackServer.Answer("200 OK", "Content-Type: text/html\r\n", "<!doctype html><title>A page</title>"));

    private int _keys;

    private SpendGround(FaultyLink link, ISeoAuditClientFactory clients, SeoAuditEmulator idle, SeoAuditEmulator prompt)
    {
        Link = link;
        Clients = clients;
        Idle = idle;
        Prompt = prompt;
    }

    public FaultyLink Link { get; }

    public ISeoAuditClientFactory Clients { get; }

    /// <summary>Services that work on nothing, so that only what they accept counts.</summary>
    public SeoAuditEmulator Idle { get; }

    /// <summary>Services that complete audits at once: there are PDFs of nothing else.</summary>
    public SeoAuditEmulator Prompt { get; }

    /// <summary>A site with a page at every address.</summary>
    public Uri Site => _site.Address;

    /// <summary>How many keys the services have answered with.</summary>
    public int Keys => Volatile.Read(ref _keys);

    public static async Task<SpendGround> StartAsync(FaultyLink link, ISeoAuditClientFactory clients)
    {
        SeoAuditEmulatorOptions prompt = Emulated();
        prompt.MetricSpot.QueuedDuration = prompt.MetricSpot.RunningDuration = TimeSpan.Zero;
        return new SpendGround(link, clients, await SeoAuditEmulator.StartAsync(Emulated()), await SeoAuditEmulator.StartAsync(prompt));
    }

    public void CountKey() => Interlocked.Increment(ref _keys);

    public async ValueTask DisposeAsync()
    {
        await Idle.DisposeAsync();
        await Prompt.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static SeoAuditEmulatorOptions Emulated()
    {
        // The clock stands still, so that nothing that takes time gets done.
        var settings = new SeoAuditEmulatorOptions { TimeProvider = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-3)) };
        settings.MetricSpot.GlobalSpacing = TimeSpan.Zero;
        return settings;
    }
}
