using System.Text.Json;
using SeoAudit.Client.Creating;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Seogent;

/// <summary>Finds a scan in the account's list. The list shows the domain, the mode and the number of pages of a scan, not which pages.</summary>
internal sealed class ScanFinder(ScanRequest request) : ICreationFinder<ISeogentApi>
{
    // More than an account can have queued within the minutes that a call takes.
    private const int MaxListPages = 20;

    private readonly string[] _hosts = [.. Hosts(request).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public string Likeness => request.Urls is { } urls ? $"{Mode} {urls.Count}" : $"{Mode} {_hosts[0]}";

    public string Target { get; } = JsonSerializer.Serialize(request, SeogentJsonContext.Default.ScanRequest);

    public bool RefusesRepeats => false;

    private CrawlMode Mode => request.CrawlMode ?? (request.Urls is null ? CrawlMode.Discover : CrawlMode.Manual);

    public async Task<Sightings> FindAsync(ISeogentApi api, Func<CreationWindow> window, CancellationToken cancellationToken)
    {
        var found = new List<Sighting>();
        for (var page = 1; page <= MaxListPages; page++)
        {
            ScanList list = await api.ListScansAsync(page, cancellationToken).ConfigureAwait(false);
            DateTimeOffset opens = window().Opens;
            foreach (ScanListItem scan in list.Data)
            {
                if (scan.CreatedAt >= opens && Fits(scan)
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
        request.Urls is { } urls ? urls.Select(static url => url.IdnHost) : [HostOf(request.Domain!)];

    private static string HostOf(string domain)
    {
        string address = domain.Contains("://", StringComparison.Ordinal) ? domain : "https://" + domain;
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? url) ? url.IdnHost.TrimEnd('.') : domain;
    }

    private bool Fits(ScanListItem scan)
    {
        bool sameMode = string.IsNullOrEmpty(scan.CrawlMode.Value) || scan.CrawlMode == Mode;
        bool sameHost = string.IsNullOrEmpty(scan.Domain) ? request.Urls is not null : _hosts.Contains(HostOf(scan.Domain), StringComparer.Ordinal);
        bool sameCount = request.Urls is not { } urls || scan.Progress?.TotalUrls is null or 0 || scan.Progress.TotalUrls == urls.Count;
        return sameMode && sameHost && sameCount;
    }

    /// <summary>Asks the scan itself where it began; null where that is another page.</summary>
    private async Task<Sighting?> IdentifyAsync(ISeogentApi api, ScanListItem scan, CancellationToken cancellationToken)
    {
        if (request.Urls is not { Count: 1 } urls)
        {
            return new Sighting(scan.ScanId, scan.CreatedAt!.Value, IsCertain: false);
        }

        ScanState state = await api.GetScanAsync(scan.ScanId, cancellationToken).ConfigureAwait(false);
        return state.Url is null || PageUrl.TryNormalize(state.Url) is not { } start ? new Sighting(scan.ScanId, scan.CreatedAt!.Value, IsCertain: false)
            : start == PageUrl.TryNormalize(urls[0].AbsoluteUri) ? new Sighting(scan.ScanId, scan.CreatedAt!.Value, IsCertain: true)
            : null;
    }
}
