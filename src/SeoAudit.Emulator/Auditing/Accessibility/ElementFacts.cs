using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>What one element's own attributes say.</summary>
internal static class ElementFacts
{
    public static bool Says(string? text) => !string.IsNullOrWhiteSpace(text);

    public static bool IsLabelled(IElement element) => Says(element.GetAttribute("aria-label")) || Says(element.GetAttribute("title"));

    /// <summary>Whether the element does without a name on purpose.</summary>
    public static bool IsPresentational(IElement element) => element.GetAttribute("role")?.Trim() is "presentation" or "none";

    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
            || element.LocalName is "template" or "noscript" or "script" or "style")
            return true;
        string? style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal);
        return style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The values of an attribute that holds several.</summary>
    public static string[] Words(IElement element, string attribute) =>
        element.GetAttribute(attribute)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
