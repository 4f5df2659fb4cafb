namespace SeoAudit.Cli.Tests.Support;

/// <summary>Keys that must never be seen again.</summary>
internal static class Keys
{
    public const string SeoPeek = "seo_5e9a0c17d3b84f26";
    public const string Seogent = "sk_7c31e5f09ab24d68";
    public const string MetricSpot = "ms_live_2f8d61b7c04e9a35";

    public static readonly string[] All = [SeoPeek, Seogent, MetricSpot];
}
