using System.Globalization;
using AngleSharp.Dom;
using SeoAudit.Emulator.Auditing.Checks;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>Rules about the document as a whole.</summary>
internal static class DocumentRules
{
    private const double LeastZoom = 2;

    public static IReadOnlyList<AccessibilityRule> All { get; } =
    [
        new("html-has-lang", Impact.Serious, "The html element says the page's language", ["wcag2a", "wcag311"], MissingLanguage),
        new("html-lang-valid", Impact.Serious, "The html element's language is a real one", ["wcag2a", "wcag311"], InvalidLanguage),
        new("document-title", Impact.Serious, "The page has a title that says what it is about", ["wcag2a", "wcag242"], MissingTitle),
        new("meta-viewport", Impact.Critical, "Readers may zoom the page", ["wcag2aa", "wcag144"], BlockedZoom),
        new("meta-refresh", Impact.Critical, "The page does not reload or leave by itself", ["wcag2a", "wcag221"], TimedRefresh),
    ];

    private static IEnumerable<(IElement, string)> MissingLanguage(AccessiblePage page)
    {
        if (!ElementFacts.Says(page.Document.DocumentElement.GetAttribute("lang")))
            yield return (page.Document.DocumentElement, "The html element has no lang attribute, or an empty one.");
    }

    private static IEnumerable<(IElement, string)> InvalidLanguage(AccessiblePage page)
    {
        string? language = page.Document.DocumentElement.GetAttribute("lang")?.Trim();
        if (ElementFacts.Says(language) && !LanguageTag.IsWellFormed(language!))
            yield return (page.Document.DocumentElement, $"\"{language}\" is not a language tag.");
    }

    private static IEnumerable<(IElement, string)> MissingTitle(AccessiblePage page)
    {
        if (!ElementFacts.Says(page.Document.QuerySelector("head > title")?.TextContent))
            yield return (page.Document.DocumentElement, "The document has no title element, or an empty one.");
    }

    private static IEnumerable<(IElement, string)> BlockedZoom(AccessiblePage page)
    {
        foreach (IElement meta in page.Document.QuerySelectorAll("meta[name='viewport' i][content]"))
        {
            Dictionary<string, string> settings = ViewportSettings.Read(meta.GetAttribute("content")!);
            if (settings.TryGetValue("user-scalable", out string? scalable) && scalable is "no" or "0")
                yield return (meta, $"user-scalable={scalable} forbids zooming.");
            else if (ViewportSettings.Number(settings, "maximum-scale") is { } scale and >= 0 and < LeastZoom)
                yield return (meta, FormattableString.Invariant($"maximum-scale={scale} allows hardly any zooming."));
        }
    }

    private static IEnumerable<(IElement, string)> TimedRefresh(AccessiblePage page)
    {
        foreach (IElement meta in page.Document.QuerySelectorAll("meta[http-equiv='refresh' i][content]"))
        {
            string delay = meta.GetAttribute("content")!.Split(';', ',')[0].Trim();
            if (double.TryParse(delay, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 72000)
                yield return (meta, $"The page reloads or redirects after {delay} seconds.");
        }
    }
}
