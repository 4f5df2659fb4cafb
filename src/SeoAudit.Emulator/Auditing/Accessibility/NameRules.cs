using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>Rules that ask for a name on links, frames and headings, and for ids that name one element.</summary>
internal static class NameRules
{
    public static IReadOnlyList<AccessibilityRule> All { get; } =
    [
        new("link-name", Impact.Serious, "Links have text that says where they lead", ["wcag2a", "wcag412", "wcag244"], Links),
        new("frame-title", Impact.Serious, "Frames have a title", ["wcag2a", "wcag412"], Frames),
        new("empty-heading", Impact.Minor, "Headings have text", ["best-practice"], Headings),
        new("duplicate-id", Impact.Minor, "An id belongs to one element", ["wcag2a", "wcag411"], DuplicateIds),
    ];

    private static IEnumerable<(IElement, string)> Links(AccessiblePage page) => page
        .Exposed("a[href], [role='link' i]")
        .Where(link => !page.HasName(link) && !ElementFacts.IsPresentational(link))
        .Select(link => (link, "The link has no text, no image with alt text, no aria-label and no title."));

    private static IEnumerable<(IElement, string)> Frames(AccessiblePage page) => page
        .Exposed("iframe, frame")
        .Where(frame => !page.IsLabelled(frame) && !ElementFacts.IsPresentational(frame))
        .Select(frame => (frame, "The frame has no title and no aria-label."));

    private static IEnumerable<(IElement, string)> Headings(AccessiblePage page) => page
        .Exposed("h1, h2, h3, h4, h5, h6, [role='heading' i]")
        .Where(heading => !page.HasName(heading) && !ElementFacts.IsPresentational(heading))
        .Select(heading => (heading, "The heading has no text."));

    private static IEnumerable<(IElement, string)> DuplicateIds(AccessiblePage page) => page.Ids
        .Where(group => group.Count() > 1)
        .Select(group => (group.ElementAt(1), $"{group.Count()} elements have the id \"{group.Key}\"."));
}
