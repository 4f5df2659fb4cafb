using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>A rule that static HTML can break, under the name that axe-core gave it.</summary>
/// <param name="Id">The axe-core rule.</param>
/// <param name="Impact">How much a violation hurts.</param>
/// <param name="Help">What the rule asks for.</param>
/// <param name="WcagTags">The level and the success criteria.</param>
/// <param name="Find">Finds the elements that break it, each with the reason.</param>
internal sealed record AccessibilityRule(
    string Id,
    string Impact,
    string Help,
    IReadOnlyList<string> WcagTags,
    Func<AccessiblePage, IEnumerable<(IElement Element, string Why)>> Find)
{
    public Uri HelpUrl { get; } = new("https://dequeuniversity.com/rules/axe/4.4/" + Id);
}
