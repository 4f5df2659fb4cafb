using System.Text.Json;
using SeoAudit.Client.Creating;
using SeoAudit.Client.Urls;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Seogent;

/// <summary>Finds a scan in the account's list. The list shows the domain, the mode and the number of pages of a scan, not which pages.</summary>
internal sealed class ScanFinder(ScanRequest request) : ICreationFinder<ISeogentApi>
{
    // More than an account can have queued within the minutes that a call takes.
    private const int MaxListPages = 20;

    private readonly HashSet<string> _hosts = Hosts(request).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _pages = (request.Urls ?? []).Select(Page).ToHashSet(StringComparer.Ordinal);

    public string Target { get; } = JsonSerializer.Serialize(request, SeogentJsonContext.Default.ScanRequest);

    public bool RefusesRepeats => false;

    private CrawlMode Mode => request.CrawlMode ?? (request.Urls is null ? CrawlMode.Discover : CrawlMode.Manual);

    // One that discovers pages begins where it likes, and finds more.
    private bool IsOfPages => request.Urls is not null && Mode == CrawlMode.Manual;

    public bool CanBe(object row) => row is SeenScan seen && Fits(seen.Scan) && BeginsHere(seen.Start);

    public async Task<Sightings> FindAsync(ISeogentApi api, Func<CreationWindow> window, CancellationToken cancellationToken)
    {
        var found = new List<Sighting>();
        for (var page = 1; page <= MaxListPages; page++)
        {
            ScanList list = await api.ListScansAsync(page, cancellationToken).ConfigureAwait(false);
            DateTimeOffset opens = window().Opens;
            foreach (ScanListItem scan in list.Data)
            {
                if (!(scan.CreatedAt < opens) && Fits(scan)
                    && await IdentifyAsync(api, scan, cancellationToken).ConfigureAwait(false) is { } sighting)
                {
                    found.Add(sighting);
                }
            }

            // Newest first: all that follow are older.
            if (list.Data.Any(scan => scan.CreatedAt < opens) || !(page < list.Meta?.LastPage))
            {
                return new Sightings(found);
            }
        }

        return new Sightings(found) { IsCut = true };
    }

    private static string Page(Uri url) => PageUrl.TryNormalize(url.AbsoluteUri)?.AbsoluteUri ?? url.AbsoluteUri;

    private static IEnumerable<string> Hosts(ScanRequest request) =>
        request.Urls is { } urls ? urls.Select(static url => HostOf(url.AbsoluteUri)) : [HostOf(request.Domain!)];

    private static string HostOf(string domain)
    {
        string address = domain.Contains("://", StringComparison.Ordinal) ? domain : "https://" + domain;
        return PageUrl.TryNormalize(address)?.Host.TrimEnd('.') ?? domain;
    }

    private bool Fits(ScanListItem scan) => HasMode(scan) && HasHost(scan) && HasCount(scan);

    private bool HasMode(ScanListItem scan) => string.IsNullOrEmpty(scan.CrawlMode.Value) || scan.CrawlMode == Mode;

    private bool HasHost(ScanListItem scan) =>
        string.IsNullOrEmpty(scan.Domain) ? request.Urls is not null : _hosts.Contains(HostOf(scan.Domain));

    // The number of pages is 0 until the scan begins. A page that was given twice may count once.
    private bool HasCount(ScanListItem scan) =>
        !IsOfPages || scan.Progress?.TotalUrls is not { } total || total <= 0
        || Capped(request.Urls!.Count) == total || Capped(_pages.Count) == total;

    private int Capped(int count) => Math.Min(count, request.MaxPages ?? count);

    private bool BeginsHere(Uri? start) => start is null || !IsOfPages || _pages.Contains(start.AbsoluteUri);

    /// <summary>Asks a scan of pages where it began; null where that is a page that was not asked for.</summary>
    private async Task<Sighting?> IdentifyAsync(ISeogentApi api, ScanListItem scan, CancellationToken cancellationToken)
    {
        Uri? start = null;
        if (IsOfPages && scan.CreatedAt is not null && Require.IsPathSegment(scan.ScanId))
        {
            ScanState state = await api.GetScanAsync(scan.ScanId, cancellationToken).ConfigureAwait(false);
            start = state.Url is null ? null : PageUrl.TryNormalize(state.Url);
        }

        return BeginsHere(start) ? new Sighting(scan.ScanId, scan.CreatedAt, new SeenScan(scan, start)) : null;
    }

    private sealed record SeenScan(ScanListItem Scan, Uri? Start);
}
