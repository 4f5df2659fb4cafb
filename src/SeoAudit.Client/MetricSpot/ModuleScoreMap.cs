using System.Collections.ObjectModel;

namespace SeoAudit.Client.MetricSpot;

internal static class ModuleScoreMap
{
    public static readonly IReadOnlyDictionary<string, double> Empty = ReadOnlyDictionary<string, double>.Empty;
}
