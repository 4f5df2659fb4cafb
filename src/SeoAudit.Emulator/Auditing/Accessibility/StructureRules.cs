using System.Globalization;
using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>Rules about landmarks, lists and the order of the keyboard.</summary>
internal static class StructureRules
{
    public static IReadOnlyList<AccessibilityRule> All { get; } =
    [
        new("landmark-one-main", Impact.Moderate, "The page has one main landmark", ["best-practice"], Main),
        new("bypass", Impact.Serious, "Readers can skip what every page repeats", ["wcag2a", "wcag241"], Bypass),
        new("list", Impact.Serious, "Lists hold only list items", ["wcag2a", "wcag131"], Lists),
        new("listitem", Impact.Serious, "List items are inside a list", ["wcag2a", "wcag131"], ListItems),
        new("definition-list", Impact.Serious, "Definition lists hold only terms and definitions", ["wcag2a", "wcag131"], DefinitionLists),
        new("tabindex", Impact.Serious, "Nothing jumps ahead in the order of the keyboard", ["best-practice"], PositiveTabIndex),
    ];

    private static IEnumerable<(IElement, string)> Main(AccessiblePage page)
    {
        int count = page.Exposed("main, [role='main' i]").Count();
        if (count != 1)
            yield return (page.Document.DocumentElement, count == 0 ? "The page has no main landmark." : $"The page has {count} main landmarks.");
    }

    private static IEnumerable<(IElement, string)> Bypass(AccessiblePage page)
    {
        bool landmarks = page.Exposed("main, [role='main' i], h1, h2, h3, h4, h5, h6, [role='heading' i]").Any();
        bool skips = page.Exposed("a[href^='#']").Any(link => link.GetAttribute("href") is { Length: > 1 } href
            && page.ById(href[1..]) is not null);
        if (!landmarks && !skips)
            yield return (page.Document.DocumentElement, "The page has no main landmark, no heading and no skip link.");
    }

    private static IEnumerable<(IElement, string)> Lists(AccessiblePage page) => page
        .Exposed("ul, ol")
        .Where(list => !list.HasAttribute("role") && !HoldsOnly(list, "li"))
        .Select(list => (list, "The list holds something other than li elements."));

    private static IEnumerable<(IElement, string)> ListItems(AccessiblePage page) => page
        .Exposed("li")
        .Where(item => !item.HasAttribute("role") && !IsList(item.ParentElement))
        .Select(item => (item, "The li element is not directly inside ul or ol."));

    private static bool IsList(IElement? element) =>
        element is { LocalName: "ul" or "ol" or "menu" } || element?.GetAttribute("role") is "list";

    private static IEnumerable<(IElement, string)> DefinitionLists(AccessiblePage page) => page
        .Exposed("dl")
        .Where(list => !list.HasAttribute("role") && !HoldsOnly(list, "dt", "dd", "div"))
        .Select(list => (list, "The dl element holds something other than dt, dd and div elements."));

    private static IEnumerable<(IElement, string)> PositiveTabIndex(AccessiblePage page) => page
        .Exposed("[tabindex]")
        .Where(element => int.TryParse(element.GetAttribute("tabindex"), CultureInfo.InvariantCulture, out int index) && index > 0)
        .Select(element => (element, $"tabindex={element.GetAttribute("tabindex")} takes the element out of the order of the page."));

    private static bool HoldsOnly(IElement list, params string[] names) => list.ChildNodes.All(child => child switch
    {
        IText text => string.IsNullOrWhiteSpace(text.Data),
        IElement element => element.LocalName is "script" or "template" || names.Contains(element.LocalName, StringComparer.Ordinal),
        _ => true,
    });
}
