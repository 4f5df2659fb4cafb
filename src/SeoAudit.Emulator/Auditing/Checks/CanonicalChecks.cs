namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class CanonicalChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Presence = new("canonical", "Canonical URL", CheckCategory.Indexability, 6);
    private static readonly CheckDefinition Self = new("canonical_self", "Canonical Points to This Page", CheckCategory.Indexability, 4);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        string? href = page.Metadata.Canonical;
        Uri? target = page.Resolve(href);
        yield return JudgePresence(page, href, target);
        yield return JudgeTarget(page.Url, href, target);
    }

    private static CheckResult JudgePresence(AuditedPage page, string? href, Uri? target)
    {
        if (href is null)
            return Presence.Fail("The page names no canonical address. Add a canonical link to its head.");
        if (target is null)
            return Presence.Fail("The canonical link holds no web address. Give it an absolute one.", href);
        int different = page.Links("canonical").Select(link => page.Resolve(link.GetAttribute("href"))).Distinct().Count();
        return different > 1
            ? Presence.Warn($"The page names {different} different canonical addresses. Keep one.", href)
            : Presence.Pass("The page names its canonical address.", href);
    }

    private static CheckResult JudgeTarget(Uri url, string? href, Uri? target)
    {
        if (target is null)
            return Self.Warn("There is no canonical address to compare. Add one that points to this page.", href);
        if (target == SiteScope.WithoutFragment(url))
            return Self.Pass("The canonical address is this page's own.", href);
        return SiteScope.IsSame(target, url)
            ? Self.Warn("The canonical address is another page of this site. Make sure that this page is its duplicate.", href)
            : Self.Fail("The canonical address is on another host, so this page will not be indexed. Point it here.", href);
    }
}
