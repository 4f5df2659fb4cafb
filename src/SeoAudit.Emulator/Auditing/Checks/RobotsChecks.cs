namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class RobotsChecks : IPageCheckGroup
{
    private static readonly CheckDefinition InPage = new("robots_meta", "Robots Meta Tag", CheckCategory.Indexability, 9);
    private static readonly CheckDefinition InHeader = new("x_robots_tag", "X-Robots-Tag Header", CheckCategory.Indexability, 9);
    private static readonly CheckDefinition Following = new("robots_nofollow", "Links Followed", CheckCategory.Crawlability, 3);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        string[] metas = [.. page.Metas("robots"), .. page.Metas("googlebot"), .. page.Metas("bingbot")];
        string[] headers = [.. page.Response.RobotsTags.Select(RobotsDirectives.ForSearchEngines).OfType<string>()];
        yield return Judge(InPage, metas, "robots meta tag");
        yield return Judge(InHeader, headers, "X-Robots-Tag header");

        string? nofollow = metas.Concat(headers).FirstOrDefault(RobotsDirectives.ForbidFollowing);
        yield return nofollow is null
            ? Following.Pass("Search engines may follow the links of this page.")
            : Following.Warn("The page asks search engines to follow none of its links. Remove nofollow unless that is meant.", nofollow);
    }

    private static CheckResult Judge(CheckDefinition check, string[] values, string where)
    {
        string? forbidding = values.FirstOrDefault(RobotsDirectives.ForbidIndexing);
        if (forbidding is not null)
            return check.Fail($"The {where} keeps this page out of search results. Remove noindex if it should be found.", forbidding);
        return values.Length == 0
            ? check.Pass($"No {where}; the page may be indexed.")
            : check.Pass($"The {where} lets the page be indexed.", string.Join("; ", values));
    }
}
