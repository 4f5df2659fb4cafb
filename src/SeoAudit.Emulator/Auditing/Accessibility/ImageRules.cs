using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

internal static class ImageRules
{
    public static IReadOnlyList<AccessibilityRule> All { get; } =
    [
        new("image-alt", Impact.Critical, "Images have a text alternative, or are marked as decoration", ["wcag2a", "wcag111"], Images),
        new("input-image-alt", Impact.Critical, "Image buttons have a text alternative", ["wcag2a", "wcag111"], Buttons),
        new("area-alt", Impact.Critical, "Areas of an image map have a text alternative", ["wcag2a", "wcag111", "wcag244", "wcag412"], Areas),
    ];

    private static IEnumerable<(IElement, string)> Images(AccessiblePage page) => page
        .Exposed("img, [role='img' i]:not(svg)")
        .Where(image => !IsDecoration(image) && !ElementFacts.Says(image.GetAttribute("alt")) && !page.IsLabelled(image))
        .Select(image => (image, "The image has no alt attribute, no aria-label and no title."));

    private static bool IsDecoration(IElement image) =>
        ElementFacts.IsPresentational(image) || (image.LocalName is "img" && image.GetAttribute("alt") is { Length: 0 });

    private static IEnumerable<(IElement, string)> Buttons(AccessiblePage page) => page
        .Exposed("input[type='image' i]")
        .Where(button => !ElementFacts.Says(button.GetAttribute("alt")) && !page.IsLabelled(button))
        .Select(button => (button, "The image button has no alt attribute, no aria-label and no title."));

    private static IEnumerable<(IElement, string)> Areas(AccessiblePage page) => page
        .Exposed("area[href]")
        .Where(area => !ElementFacts.Says(area.GetAttribute("alt")) && !page.IsLabelled(area))
        .Select(area => (area, "The area has no alt attribute, no aria-label and no title."));
}
