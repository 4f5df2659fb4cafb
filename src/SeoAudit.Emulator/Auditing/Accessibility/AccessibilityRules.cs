using AngleSharp.Html.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>Runs every rule over a document.</summary>
internal static class AccessibilityRules
{
    // Finding an element's selector takes time, and nobody reads the thousandth.
    private const int MostNodes = 100;

    public static IReadOnlyList<AccessibilityRule> All { get; } =
    [
        .. DocumentRules.All,
        .. ImageRules.All,
        .. FormRules.All,
        .. NameRules.All,
        .. StructureRules.All,
    ];

    /// <summary>The rules that the document breaks, each with at most its first hundred elements.</summary>
    public static IEnumerable<AccessibilityViolation> Run(IHtmlDocument document)
    {
        var page = new AccessiblePage(document);
        var selectors = new SelectorWriter(page);
        foreach (AccessibilityRule rule in All)
        {
            AccessibilityNode[] nodes =
            [
                .. rule.Find(page).Take(MostNodes).Select(found =>
                    new AccessibilityNode([selectors.Write(found.Element)], OpeningTag.Of(found.Element), found.Why)),
            ];
            if (nodes.Length > 0)
                yield return new AccessibilityViolation(rule.Id, rule.Impact, rule.Help, rule.HelpUrl, rule.WcagTags, nodes);
        }
    }
}
