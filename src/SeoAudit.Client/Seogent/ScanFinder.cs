using System.Text.Json;
using SeoAudit.Client.Creating;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Seogent;

/// <summary>Finds a scan in the account's list. The list shows the domain, the mode and the number of pages of a scan, not which pages.</summary>
internal sealed class ScanFinder(ScanRequest request) : ICreationFinder<ISeogentApi>
{
    // More than an account can have queued within the minutes that a call takes.
    private const int MaxListPages = 20;

    private readonly HashSet<string> _hosts = Hosts(request).ToHashSet(StringComparer.Ordinal);

    public string Target { get; } = JsonSerializer.Serialize(request, SeogentJsonContext.Default.ScanRequest);

    public bool RefusesRepeats => false;

    private CrawlMode Mode => request.CrawlMode ?? (request.Urls is null ? CrawlMode.Discover : CrawlMode.Manual);

    public bool CanBe(object row) => row is ScanListItem scan && HasMode(scan) && HasHost(scan) && HasCount(scan);

    public async Task<Sightings> FindAsync(ISeogentApi api, Func<CreationWindow> window, CancellationToken cancellationToken)
    {
        var found = new List<Sighting>();
        for (var page = 1; page <= MaxListPages; page++)
        {
            ScanList list = await api.ListScansAsync(page, cancellationToken).ConfigureAwait(false);
            DateTimeOffset opens = window().Opens;
            foreach (ScanListItem scan in list.Data)
            {
                if (scan.CreatedAt >= opens && CanBe(scan)
                    && await IdentifyAsync(api, scan, cancellationToken).ConfigureAwait(false) is { } sighting)
                {
                    found.Add(sighting);
                }
            }

            // Newest first: all that follow are older.
            if (list.Data.Any(scan => scan.CreatedAt < opens) || !(page < list.Meta?.LastPage))
            {
                break;
            }
        }

        return new Sightings(found);
    }

    private static IEnumerable<string> Hosts(ScanRequest request) =>
        request.Urls is { } urls ? urls.Select(UrlText.HostOf) : [HostOf(request.Domain!)];

    private static string HostOf(string domain)
    {
        string address = domain.Contains("://", StringComparison.Ordinal) ? domain : "https://" + domain;
        return UrlText.TryRead(address) is { } url ? UrlText.HostOf(url).TrimEnd('.') : domain;
    }

    private bool HasMode(ScanListItem scan) => string.IsNullOrEmpty(scan.CrawlMode.Value) || scan.CrawlMode == Mode;

    private bool HasHost(ScanListItem scan) =>
        string.IsNullOrEmpty(scan.Domain) ? request.Urls is not null : _hosts.Contains(HostOf(scan.Domain));

    // The number of pages is 0 until the scan begins.
    private bool HasCount(ScanListItem scan) =>
        request.Urls is not { } urls || scan.Progress?.TotalUrls is null or 0 || scan.Progress.TotalUrls == urls.Count;

    /// <summary>Asks a scan of pages where it began; null where that is a page that was not asked for.</summary>
    private async Task<Sighting?> IdentifyAsync(ISeogentApi api, ScanListItem scan, CancellationToken cancellationToken)
    {
        Uri? start = null;
        if (request.Urls is { } urls)
        {
            ScanState state = await api.GetScanAsync(scan.ScanId, cancellationToken).ConfigureAwait(false);
            start = state.Url is null ? null : PageUrl.TryNormalize(state.Url);
            if (start is not null && !urls.Any(url => PageUrl.TryNormalize(url.AbsoluteUri) == start))
            {
                return null;
            }
        }

        // A scan of more pages may begin at the same one.
        bool isOnly = start is not null && request.Urls is { Count: 1 } && scan.Progress?.TotalUrls == 1;
        return new Sighting(scan.ScanId, scan.CreatedAt!.Value, scan, isOnly);
    }
}
