using System.Globalization;

namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class LinkChecks : IPageCheckGroup
{
    private const int MostExternal = 100;

    private static readonly CheckDefinition Internal = new("internal_links", "Internal Links", CheckCategory.Crawlability, 4);
    private static readonly CheckDefinition External = new("external_links", "External Links", CheckCategory.Content, 1);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        int inside = page.Outgoing.Internal.Count(url => url != SiteScope.WithoutFragment(page.Url));
        int outside = page.Outgoing.External.Count;
        yield return inside == 0
            ? Internal.Fail("The page links to no other page of its site. Link to related pages, so that crawlers get on.", "0")
            : Internal.Pass($"The page links to {inside} other pages of its site.", inside.ToString(CultureInfo.InvariantCulture));
        yield return outside switch
        {
            0 => External.Warn("The page links to no other site. Link to the sources it rests on.", "0"),
            > MostExternal => External.Warn(
                $"The page links to {outside} addresses elsewhere. Keep to the ones that readers need, {MostExternal} at most.",
                outside.ToString(CultureInfo.InvariantCulture)),
            _ => External.Pass($"The page links to {outside} addresses elsewhere.", outside.ToString(CultureInfo.InvariantCulture)),
        };
    }
}
