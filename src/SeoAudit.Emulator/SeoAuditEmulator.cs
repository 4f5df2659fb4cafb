using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.MetricSpot;
using SeoAudit.Emulator.Seogent;
using SeoAudit.Emulator.SeoPeek;

namespace SeoAudit.Emulator;

/// <summary>
/// SEOPeek, SEOgent and MetricSpot on loopback: speaks their documented protocols and really audits pages, without an account,
/// a key or a network. Every instance has a state of its own and forgets it when it is disposed.
/// </summary>
/// <remarks>
/// The services live under <c>{BaseAddress}seopeek/</c>, <c>{BaseAddress}seogent/api/</c> and <c>{BaseAddress}metricspot/</c>.
/// By default any key of the documented form is an account; only pages on loopback are fetched.
/// </remarks>
public sealed class SeoAuditEmulator : IAsyncDisposable
{
    private readonly BackgroundWork _work;
    private readonly IReadOnlyList<IDisposable> _resources;
    private readonly LoopbackServer _server;
    private int _disposed;

    private SeoAuditEmulator(
        LoopbackServer server,
        BackgroundWork work,
        IReadOnlyList<IDisposable> resources,
        EmulatorLedger ledger,
        EmulatorFaultCollection faults)
    {
        _server = server;
        _work = work;
        _resources = resources;
        Ledger = ledger;
        Faults = faults;
    }

    /// <summary>Where the emulator listens: <c>http://127.0.0.1:{port}/</c>, by default with a free port of the system's choice.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>What has happened so far.</summary>
    public EmulatorLedger Ledger { get; }

    /// <summary>The rules that make requests go wrong; none at first.</summary>
    public EmulatorFaultCollection Faults { get; }

    /// <summary>The <see cref="BaseAddress"/> of an emulator.</summary>
    public static implicit operator Uri(SeoAuditEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return emulator.BaseAddress;
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; the defaults of <see cref="SeoAuditEmulatorOptions"/> when null.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="SeoAuditEmulatorOptions.LedgerCapacity"/> is below 1, or <see cref="SeoAuditEmulatorOptions.Port"/> is no port.
    /// </exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SeoAuditEmulator> StartAsync(
        SeoAuditEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SeoAuditEmulatorOptions();
        return StartAsync(options, new AuditingEngine(options), cancellationToken);
    }

    /// <summary>The <see cref="BaseAddress"/>.</summary>
    public Uri ToUri() => BaseAddress;

    /// <summary>Stops listening and ends, cancelled, all scans, audits and webhooks that are under way.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _work.StopAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        await _work.DisposeAsync().ConfigureAwait(false);
        foreach (IDisposable resource in _resources)
            resource.Dispose();
    }

    internal static async Task<SeoAuditEmulator> StartAsync(
        SeoAuditEmulatorOptions options, AuditingEngine engine, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LedgerCapacity, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue, nameof(options));
        TimeProvider time = options.TimeProvider;
        var ledger = new EmulatorLedger(options.LedgerCapacity);
        var faults = new EmulatorFaultCollection();
        var work = new BackgroundWork();
        var webhooks = new WebhookSender(options.Seogent, engine.MayFetch, ledger, time);
        var seogent = new SeogentService(
            options.Seogent,
            new ScanRunner(options.Seogent, engine.Analyzer, engine.Crawler, engine.MayFetch, webhooks, ledger, time),
            work,
            ledger,
            time);
        IEmulatedService[] services =
        [
            new SeoPeekService(options.SeoPeek, engine.Analyzer, ledger, time),
            seogent,
            new MetricSpotService(
                options.MetricSpot,
                new AuditRunner(options.MetricSpot, engine.Analyzer, ledger, time),
                new AnonymousAudits(options.MetricSpot, engine.Analyzer, ledger, time),
                new PdfEndpoints(options.MetricSpot, ledger, time),
                work,
                ledger,
                time),
        ];
        var pipeline = new RequestPipeline(services, faults, ledger, time, work.Stopping);
        try
        {
            LoopbackServer server = await LoopbackServer.StartAsync(options.Port, pipeline.HandleAsync, cancellationToken).ConfigureAwait(false);
            return new SeoAuditEmulator(server, work, [webhooks, seogent, engine], ledger, faults);
        }
        catch
        {
            await work.DisposeAsync().ConfigureAwait(false);
            webhooks.Dispose();
            engine.Dispose();
            throw;
        }
    }
}
