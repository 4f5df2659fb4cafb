using System.Globalization;

namespace SeoAudit.Client.Reporting.JUnit;

/// <summary>Core Web Vitals on a line.</summary>
internal static class JUnitVitals
{
    public static string Describe(CoreWebVitals? vitals)
    {
        if (vitals is null)
        {
            return string.Empty;
        }

        string?[] parts =
        [
            vitals.Lcp is { } lcp ? string.Create(CultureInfo.InvariantCulture, $"LCP {lcp.TotalSeconds:0.###} s") : null,
            vitals.Cls is { } cls ? string.Create(CultureInfo.InvariantCulture, $"CLS {cls:0.###}") : null,
            vitals.Inp is { } inp ? string.Create(CultureInfo.InvariantCulture, $"INP {inp.TotalMilliseconds:0} ms") : null,
        ];
        return string.Join(", ", parts.Where(static part => part is not null));
    }
}
