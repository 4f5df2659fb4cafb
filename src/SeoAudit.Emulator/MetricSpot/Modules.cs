namespace SeoAudit.Emulator.MetricSpot;

/// <summary>The keys of the eleven modules.</summary>
internal static class Modules
{
    public const string Accessibility = "accessibility";
    public const string AiReadability = "ai_readability";
    public const string ModernSeo = "modern_seo";
    public const string OnPage = "onpage";
    public const string OrganicTraffic = "organic_traffic";
    public const string Performance = "performance";
    public const string Privacy = "privacy";
    public const string Readability = "readability";
    public const string Social = "social";
    public const string TechStack = "tech_stack";
    public const string Technical = "technical";

    public static IReadOnlyList<string> All { get; } =
    [
        Accessibility, AiReadability, ModernSeo, OnPage, OrganicTraffic, Performance, Privacy, Readability, Social, TechStack,
        Technical,
    ];
}
