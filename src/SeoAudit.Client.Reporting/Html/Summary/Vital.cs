using System.Globalization;

namespace SeoAudit.Client.Reporting.Html.Summary;

/// <summary>One of the three Core Web Vitals, with the bounds that are published for it.</summary>
/// <param name="Key">Its short name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Good">The greatest value that is good; in milliseconds, or without a unit.</param>
/// <param name="Fair">The greatest value that is not poor.</param>
/// <param name="Of">What a page measured of it.</param>
/// <param name="Format">A value with its unit.</param>
internal sealed record Vital(string Key, string Name, double Good, double Fair, Func<CoreWebVitals, double?> Of, Func<double, string> Format)
{
    public static Vital Lcp { get; } = new("LCP", "Largest Contentful Paint", 2_500, 4_000, static vitals => vitals.Lcp?.TotalMilliseconds, Seconds);

    public static Vital Cls { get; } = new("CLS", "Cumulative Layout Shift", 0.1, 0.25, static vitals => vitals.Cls, Plain);

    public static Vital Inp { get; } = new("INP", "Interaction to Next Paint", 200, 500, static vitals => vitals.Inp?.TotalMilliseconds, Milliseconds);

    public VitalRating Rate(double value) => value <= Good ? VitalRating.Good : value <= Fair ? VitalRating.NeedsImprovement : VitalRating.Poor;

    private static string Seconds(double value) => (value / 1_000).ToString("0.##", CultureInfo.InvariantCulture) + " s";

    private static string Milliseconds(double value) => value.ToString("0", CultureInfo.InvariantCulture) + " ms";

    private static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
