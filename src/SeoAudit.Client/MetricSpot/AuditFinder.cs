using SeoAudit.Client.Creating;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Finds a page's audit in the account's list, which has the latest of each of up to 100 pages.</summary>
internal sealed class AuditFinder(Uri url) : ICreationFinder<IMetricSpotApi>
{
    private readonly string _page = Key(url.AbsoluteUri);

    public string Target => _page;

    public bool RefusesRepeats => true;

    public bool CanBe(object row) => row is AuditRow audit && Key(audit.Url) == _page;

    public async Task<Sightings> FindAsync(IMetricSpotApi api, Func<CreationWindow> window, CancellationToken cancellationToken)
    {
        AuditList list = await api.ListAuditsAsync(cancellationToken).ConfigureAwait(false);
        AuditRow[] rows = [.. list.Audits.Where(CanBe)];
        DateTimeOffset opens = window().Opens;
        return new Sightings([.. rows.Where(row => !(row.CreatedAt < opens)).Select(static row => new Sighting(row.Id, row.CreatedAt, row))])
        {
            HasEarlier = rows.Any(row => row.CreatedAt < opens),
        };
    }

    private static string Key(string url) => PageUrl.TryNormalize(url)?.AbsoluteUri ?? url;
}
