using System.Globalization;
using SeoAudit.Emulator.Auditing.Checks;

namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>Checks of the site as a whole. Plain http on this machine only warns, as it does for pages.</summary>
internal static class SiteChecks
{
    private static readonly CheckDefinition Robots = new("robots_txt", "robots.txt", CheckCategory.Crawlability, 5);
    private static readonly CheckDefinition Blocking = new("robots_blocks_all", "Site Open to Crawlers", CheckCategory.Indexability, 10);
    private static readonly CheckDefinition Engines = new("search_engines", "Search Engines Allowed", CheckCategory.Indexability, 9);
    private static readonly CheckDefinition AiBots = new("ai_bots", "AI Crawlers Allowed", CheckCategory.Crawlability, 2);
    private static readonly CheckDefinition Delay = new("crawl_delay", "Crawl Delay", CheckCategory.Crawlability, 3);
    private static readonly CheckDefinition Named = new("sitemap_in_robots", "Sitemap in robots.txt", CheckCategory.Crawlability, 4);
    private static readonly CheckDefinition Reachable = new("sitemap_reachable", "Sitemap Reachable", CheckCategory.Crawlability, 5);
    private static readonly CheckDefinition Missing = new("missing_page_status", "Missing Pages Answer 404", CheckCategory.Indexability, 3);
    private static readonly CheckDefinition Https = new("site_https", "Site on HTTPS", CheckCategory.Indexability, 6);

    private static readonly string[] SearchCrawlers = ["Googlebot", "Bingbot", "DuckDuckBot"];
    private static readonly string[] AiCrawlers = ["GPTBot", "OAI-SearchBot", "ClaudeBot", "PerplexityBot", "Google-Extended", "CCBot"];
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<CheckResult> Run(SiteFacts facts) =>
    [
        JudgeFile(facts.Robots),
        JudgeBlocking(facts),
        JudgeCrawlers(Engines, facts, SearchCrawlers, Engines.Fail),
        JudgeCrawlers(AiBots, facts, AiCrawlers, AiBots.Warn),
        JudgeDelay(facts.Robots.Rules),
        facts.Robots.Rules.Sitemaps is [var first, ..]
            ? Named.Pass("robots.txt names a sitemap.", first)
            : Named.Warn("robots.txt names no sitemap. Add a Sitemap line with its absolute address."),
        facts.Sitemap is { } sitemap
            ? Reachable.Pass("The sitemap can be read.", sitemap.AbsoluteUri)
            : Reachable.Fail("No sitemap can be read, neither one that robots.txt names nor /sitemap.xml. Publish one."),
        JudgeMissingPage(facts.MissingPageStatus),
        JudgeScheme(facts.Site),
    ];

    private static CheckResult JudgeFile(RobotsFile robots)
    {
        string? status = robots.Status?.ToString(CultureInfo.InvariantCulture);
        return robots.Status switch
        {
            >= 200 and < 300 => Robots.Pass("The site has a robots.txt.", status),
            null => Robots.Fail("robots.txt could not be fetched. Make the server answer for it."),
            >= 500 => Robots.Fail($"robots.txt answers {status}, and crawlers then stay away from the whole site. Repair it.", status),
            _ => Robots.Warn($"robots.txt answers {status}. Publish one, so that crawlers learn the sitemap and the rules.", status),
        };
    }

    private static CheckResult JudgeBlocking(SiteFacts facts) => IsOpen(facts, "*")
        ? Blocking.Pass("robots.txt lets crawlers in.")
        : Blocking.Fail("robots.txt keeps all crawlers from the site. Remove \"Disallow: /\" if it should be found.", "Disallow: /");

    private static CheckResult JudgeCrawlers(
        CheckDefinition check, SiteFacts facts, string[] crawlers, Func<string, string?, CheckResult> otherwise)
    {
        string shut = string.Join(", ", crawlers.Where(agent => !IsOpen(facts, agent)));
        return shut.Length == 0
            ? check.Pass("robots.txt lets them in: " + string.Join(", ", crawlers) + ".")
            : otherwise($"robots.txt keeps out {shut}. Allow them unless that is meant.", shut);
    }

    private static CheckResult JudgeDelay(RobotsTxt rules)
    {
        TimeSpan? longest = SearchCrawlers.Append("*").Max(agent => rules.For(agent).CrawlDelay);
        if (longest is not { } delay)
            return Delay.Pass("robots.txt asks for no delay between requests.");
        string value = FormattableString.Invariant($"{delay.TotalSeconds} s");
        return delay <= LongestDelay
            ? Delay.Pass($"robots.txt asks for {value} between requests.", value)
            : Delay.Warn($"robots.txt asks for {value} between requests, so that crawlers see little of the site. Ask for 10 s at most.", value);
    }

    private static CheckResult JudgeMissingPage(int? status)
    {
        string? value = status?.ToString(CultureInfo.InvariantCulture);
        return status switch
        {
            404 or 410 => Missing.Pass($"A page that does not exist answers {value}.", value),
            null => Missing.Fail("The site did not answer for a page that does not exist. Make it answer 404."),
            _ => Missing.Warn($"A page that does not exist answers {value}. Answer 404, or search engines index pages without content.", value),
        };
    }

    private static CheckResult JudgeScheme(Uri site)
    {
        if (site.Scheme is "https")
            return Https.Pass("The site is on HTTPS.", site.Scheme);
        return site.IsLoopback
            ? Https.Warn("The site is on plain HTTP, on this machine. Serve it over HTTPS once it is public.", site.Scheme)
            : Https.Fail("The site is on plain HTTP. Serve it over HTTPS and redirect the old addresses.", site.Scheme);
    }

    private static bool IsOpen(SiteFacts facts, string agent) =>
        facts.Robots.Rules.For(agent).Allows(new Uri(facts.Site, "/"));
}
