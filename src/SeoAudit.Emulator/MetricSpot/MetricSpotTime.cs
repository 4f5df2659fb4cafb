using System.Globalization;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Time stamps as MetricSpot writes them: milliseconds and <c>Z</c>.</summary>
internal static class MetricSpotTime
{
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
