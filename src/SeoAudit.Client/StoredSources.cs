using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client;

/// <summary>The results of services that an audit can be stored with.</summary>
internal static class StoredSources
{
    public static readonly IStoredSource[] All =
    [
        new StoredSource<SeoPeekAudit>(nameof(SeoPeekAudit), SeoPeekJsonContext.Default.Options),
        new StoredSource<ScannedPage>(nameof(ScannedPage), SeogentJsonContext.Default.Options),
        new StoredSource<MetricSpotAudit>(nameof(MetricSpotAudit), MetricSpotJsonContext.Default.Options),
    ];
}
