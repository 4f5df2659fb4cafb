using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class HreflangChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Alternates = new("hreflang", "Hreflang", CheckCategory.Indexability, 2);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        yield return Judge(page, [.. page.Links("alternate").Where(link => link.HasAttribute("hreflang"))]);
    }

    private static CheckResult Judge(AuditedPage page, IElement[] links)
    {
        if (links.Length == 0)
            return Alternates.Pass("The page declares no translations.");
        var targets = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
        foreach (IElement link in links)
        {
            string language = link.GetAttribute("hreflang")!.Trim();
            if (!LanguageTag.IsHreflang(language))
                return Alternates.Fail($"hreflang \"{language}\" is no language. Use one such as en, pt-BR or x-default.", language);
            if (page.Resolve(link.GetAttribute("href")) is not { } target)
                return Alternates.Fail($"The translation for {language} has no web address. Give it an absolute one.", language);
            if (!targets.TryAdd(language, target) && targets[language] != target)
                return Alternates.Fail($"Two pages are declared for {language}. Keep one.", language);
        }

        string all = string.Join(", ", targets.Keys);
        return targets.ContainsValue(SiteScope.WithoutFragment(page.Url))
            ? Alternates.Pass("The translations are declared correctly.", all)
            : Alternates.Warn("The translations do not list this page itself. Add it, or the declaration may be ignored.", all);
    }
}
