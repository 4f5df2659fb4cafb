using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.MetricSpot.Wire;

internal sealed record MetricSpotGoogle(
    bool Connected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Linked = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MetricSpotAnalytics? Ga4 = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MetricSpotSearchConsole? Gsc = null);

internal sealed record MetricSpotAnalytics(
    [property: JsonPropertyName("sessions_28d")] int? Sessions28d,
    IReadOnlyList<int> DailySessions,
    IReadOnlyList<MetricSpotTopPage> TopPages);

internal sealed record MetricSpotTopPage(string Path, int Sessions);

internal sealed record MetricSpotSearchConsole(IReadOnlyList<MetricSpotTopQuery> TopQueries, MetricSpotIndexing Indexing);

internal sealed record MetricSpotTopQuery(string Query, int Clicks, int Impressions);

internal sealed record MetricSpotIndexing([property: JsonPropertyName("pages_count_28d")] int? PagesCount28d);
