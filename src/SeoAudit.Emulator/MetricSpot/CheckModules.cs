using SeoAudit.Emulator.Auditing;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Which module a check belongs to: by words in its key, else by its category.</summary>
internal static class CheckModules
{
    private static readonly (string Word, string Module)[] Words =
    [
        ("og_", Modules.Social),
        ("twitter", Modules.Social),
        ("structured_data", Modules.AiReadability),
        ("heading_order", Modules.AiReadability),
        ("image_alt", Modules.Accessibility),
        ("html_lang", Modules.Accessibility),
        ("viewport", Modules.ModernSeo),
        ("favicon", Modules.ModernSeo),
        ("charset", Modules.Technical),
        ("https", Modules.Technical),
        ("mixed_content", Modules.Privacy),
        ("content_length", Modules.Readability),
    ];

    public static string Of(CheckResult check)
    {
        foreach ((string word, string module) in Words)
        {
            if (check.Key.Contains(word, StringComparison.Ordinal))
                return module;
        }

        return check.Category switch
        {
            "indexability" or "crawlability" => Modules.Technical,
            "performance" => Modules.Performance,
            _ => Modules.OnPage,
        };
    }
}
