using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>Spans and measurements in words.</summary>
internal static class Telling
{
    /// <summary>The measurements, summed up by their tags without the names: <c>Seogent GetCredits: 2</c>.</summary>
    public static IEnumerable<string> InWords(this MetricCollector<long> collector) => collector.GetMeasurementSnapshot()
        .GroupBy(static measurement => Words(measurement.Tags), StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => $"{group.Key}: {group.Sum(static measurement => measurement.Value)}");

    public static IEnumerable<string> InWords(this MetricCollector<double> collector) => collector.GetMeasurementSnapshot()
        .OrderBy(static measurement => measurement.Timestamp)
        .Select(static measurement => string.Create(CultureInfo.InvariantCulture, $"{Words(measurement.Tags)}: {measurement.Value:0.##}"));

    public static string? Tag(this Activity span, string name) =>
        span.GetTagItem(name) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public static SpanText Text(this Activity span) => span switch
    {
        { DisplayName: "seoaudit.wait" } => Spans.Wait,
        { DisplayName: "seoaudit.poll" } => Spans.Poll,
        { Kind: ActivityKind.Client } => Spans.Attempt,
        _ => Spans.Operation,
    };

    private static string Words(IReadOnlyDictionary<string, object?> tags) =>
        string.Join(' ', tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => tag.Value));
}
