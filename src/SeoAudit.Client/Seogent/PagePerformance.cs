using System.Text.Json.Serialization;

namespace SeoAudit.Client.Seogent;

/// <summary>Speed of a page. Each metric is null where it was not measured; units are taken from the magnitudes in SEOgent's sample.</summary>
public sealed record PagePerformance
{
    /// <summary>0 to 100.</summary>
    public double? Score { get; init; }

    /// <summary>Largest Contentful Paint in seconds.</summary>
    public double? Lcp { get; init; }

    /// <summary>First Contentful Paint in seconds.</summary>
    public double? Fcp { get; init; }

    /// <summary>Cumulative Layout Shift, without a unit.</summary>
    public double? Cls { get; init; }

    /// <summary>First Input Delay in milliseconds.</summary>
    public double? Fid { get; init; }

    /// <summary>Interaction to Next Paint in milliseconds.</summary>
    public double? Inp { get; init; }

    /// <summary>Time to First Byte in seconds.</summary>
    public double? Ttfb { get; init; }

    /// <summary>Total Blocking Time in milliseconds.</summary>
    public double? Tbt { get; init; }

    /// <summary>The same with durations instead of bare numbers.</summary>
    [JsonIgnore]
    public CoreWebVitals CoreWebVitals => new()
    {
        PerformanceScore = Score,
        Lcp = Seconds(Lcp),
        Fcp = Seconds(Fcp),
        Cls = Cls,
        Fid = Seconds(Fid / 1000),
        Inp = Seconds(Inp / 1000),
        Ttfb = Seconds(Ttfb),
        Tbt = Seconds(Tbt / 1000),
    };

    private static TimeSpan? Seconds(double? value) =>
        value is >= 0 and < 1_000_000 ? TimeSpan.FromSeconds(value.Value) : null;
}
