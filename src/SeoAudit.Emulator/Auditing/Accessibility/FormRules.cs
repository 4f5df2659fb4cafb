using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

internal static class FormRules
{
    private static readonly string[] SelfNamed = ["hidden", "submit", "reset", "button", "image"];

    public static IReadOnlyList<AccessibilityRule> All { get; } =
    [
        new("label", Impact.Critical, "Form fields have a label", ["wcag2a", "wcag412", "wcag131"], Fields),
        new("select-name", Impact.Critical, "Selection lists have a label", ["wcag2a", "wcag412", "wcag131"], Lists),
        new("button-name", Impact.Critical, "Buttons have text that says what they do", ["wcag2a", "wcag412"], Buttons),
        new("input-button-name", Impact.Critical, "Input buttons have text that says what they do", ["wcag2a", "wcag412"], InputButtons),
    ];

    private static IEnumerable<(IElement, string)> Fields(AccessiblePage page) =>
        Unlabelled(page, page.Exposed("input, textarea").Where(field => !SelfNamed.Contains(TypeOf(field), StringComparer.Ordinal)));

    private static IEnumerable<(IElement, string)> Lists(AccessiblePage page) => Unlabelled(page, page.Exposed("select"));

    private static IEnumerable<(IElement, string)> Unlabelled(AccessiblePage page, IEnumerable<IElement> fields)
    {
        HashSet<string> labelled = page.Document.QuerySelectorAll("label[for]")
            .Where(page.HasName)
            .Select(label => label.GetAttribute("for")!)
            .ToHashSet(StringComparer.Ordinal);
        return fields
            .Where(field => !page.IsLabelled(field)
                && !(field.Id is { } id && labelled.Contains(id))
                && !(field.Closest("label") is { } around && page.HasName(around)))
            .Select(field => (field, "The field has no label element, no aria-label and no title."));
    }

    private static IEnumerable<(IElement, string)> Buttons(AccessiblePage page) => page
        .Exposed("button, [role='button' i]:not(input)")
        .Where(button => !page.HasName(button) && !ElementFacts.IsPresentational(button))
        .Select(button => (button, "The button has no text, no aria-label and no title."));

    // Submit and reset buttons without a value are given one by the browser.
    private static IEnumerable<(IElement, string)> InputButtons(AccessiblePage page) => page
        .Exposed("input")
        .Where(input => !page.IsLabelled(input) && !ElementFacts.Says(input.GetAttribute("value"))
            && (TypeOf(input) is "button" || (TypeOf(input) is "submit" or "reset" && input.HasAttribute("value"))))
        .Select(input => (input, "The button has no value, no aria-label and no title."));

    private static string TypeOf(IElement input) => input.GetAttribute("type")?.Trim().ToLowerInvariant() ?? "text";
}
