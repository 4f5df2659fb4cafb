using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Search performance from Google Search Console.</summary>
public sealed record SearchTraffic
{
    /// <summary>The queries with most clicks. Never null.</summary>
    public IReadOnlyList<SearchQuery> TopQueries
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>Indexed pages over the last 28 days; null where unknown.</summary>
    public double? IndexedPages
    {
        // The member's own name on the wire is the earlier place of the number.
        get => Indexing?.PagesCount ?? field;
        init;
    }

    [JsonInclude]
    internal SearchIndexing? Indexing { get; init; }
}
