using SeoAudit.Client;
using SeoAudit.Emulator;

namespace Quickstart;

/// <summary>The site to audit, and the services to audit it with: real ones where the environment has keys, else the emulator.</summary>
internal sealed class Stage : IAsyncDisposable
{
    // A journal knows pages by their addresses, so those of the demo site must be the same in the next run.
    private const int JournalPort = 28_080;

    private readonly DemoSite? _site;
    private readonly SeoAuditEmulator? _emulator;
    private readonly SeoAuditClient _client;

    private Stage(DemoSite? site, SeoAuditEmulator? emulator, SeoAuditClient client, Arguments arguments)
    {
        _site = site;
        _emulator = emulator;
        _client = client;
        Sitemap = arguments.Sitemap ?? site?.SitemapUrl;
        Start = arguments.Page ?? new Uri(Sitemap!, "/");
    }

    public ISeoAuditClient Client => _client;

    /// <summary>The sitemap to audit; null where a single page was asked for.</summary>
    public Uri? Sitemap { get; }

    /// <summary>The page to audit deeply, and the site to scan.</summary>
    public Uri Start { get; }

    public bool HasSeogent { get; private init; }

    public bool HasMetricSpot { get; private init; }

    public static async Task<Stage> SetAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        bool ownSite = arguments is { Sitemap: null, Page: null };
        bool seogent = HasKey("Seogent__ApiToken");
        bool metricSpot = HasKey("MetricSpot__ApiKey");

        // Real services cannot see a site on this machine, so the demo site always goes with the emulator.
        if (!ownSite && (seogent || metricSpot || HasKey("SeoPeek__ApiKey")))
        {
            Console.WriteLine($"Services: SEOPeek (real){(seogent ? ", SEOgent (real)" : "")}{(metricSpot ? ", MetricSpot (real)" : "")}");
            return new Stage(null, null, SeoAuditClient.Create(), arguments) { HasSeogent = seogent, HasMetricSpot = metricSpot };
        }

        DemoSite? site = ownSite ? await DemoSite.StartAsync(arguments.Journal is null ? 0 : JournalPort, cancellationToken) : null;
        var settings = new SeoAuditEmulatorOptions();
        settings.AllowedHosts.Add((arguments.Sitemap ?? arguments.Page ?? site!.BaseAddress).Host);
        SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(settings, cancellationToken);
        var options = new SeoAuditOptions();
        options.UseEmulator(emulator);
        Console.WriteLine($"Services: SEOPeek, SEOgent and MetricSpot, emulated at {emulator.BaseAddress}");
        return new Stage(site, emulator, SeoAuditClient.Create(options), arguments) { HasSeogent = true, HasMetricSpot = true };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    private static bool HasKey(string setting) =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable($"{SeoAuditOptions.SectionName}__{setting}"));
}
