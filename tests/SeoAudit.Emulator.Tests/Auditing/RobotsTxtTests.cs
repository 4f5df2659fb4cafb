using SeoAudit.Emulator.Auditing.Crawling;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class RobotsTxtTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("user-AGENT : * # all\r\n disallow : /a # not this\r\n", "/a/b", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a", "/a", true)]
    [InlineData("nonsense\nUser-agent *\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: BOT/2.0\nDisallow: /", "/a", false)]
    [InlineData("User-agent: botany\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: bot\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: bot\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: bot\nUser-agent: other\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: bot\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: bot\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: bot\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: bot\nSitemap: /s.xml\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: bot\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: bot\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: bot\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: bot\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: bot\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: bot\nDisallow: /*.pdf$", "/a.pdf/b.pdf", false)]
    [InlineData("User-agent: bot\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: bot\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: bot\nDisallow: /*?", "/a?b=c", false)]
    [InlineData("User-agent: bot\nDisallow: *", "/a", false)]
    [InlineData("User-agent: bot\nDisallow: /a**b", "/a1b", false)]
    [InlineData("User-agent: bot\nDisallow: a", "/a", true)]
    [InlineData("User-agent: bot\nDisallow: /A", "/a", true)]
    [InlineData("User-agent: bot\nDisallow: /g%c3%a4rten", "/gärten", false)]
    [InlineData("User-agent: bot\nDisallow: /gärten", "/g%C3%A4rten", false)]
    [InlineData("User-agent: bot\nDisallow: /%61", "/a", false)]
    [InlineData("User-agent: bot\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: bot\nDisallow: /100%", "/100%25", false)]
    public void DecidesAboutPaths(string robots, string path, bool allowed)
    {
        Assert.Equal(allowed, RobotsTxt.Parse(robots).For("Bot").Allows(new Uri(new Uri("http://site.test"), path)));
    }

    [Fact]
    public void ManyWildcardsTakeNoTime()
    {
        RobotsGroup rules = RobotsTxt.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 500)) + "b$").For("bot");

        Assert.True(rules.Allows(new Uri("http://site.test/" + new string('a', 2000))));
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\nDisallow: /a", 0.5)]
    [InlineData("User-agent: other\nCrawl-delay: 10", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: NaN", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e300", null)]
    public void ReadsCrawlDelay(string robots, double? seconds)
    {
        Assert.Equal(seconds, RobotsTxt.Parse(robots).For("bot").CrawlDelay?.TotalSeconds);
    }

    [Fact]
    public void ReadsSitemapsWhereverTheyStand()
    {
        RobotsTxt robots = RobotsTxt.Parse("Sitemap: http://a.test/1.xml\nUser-agent: x\nsitemap:/2.xml\nSitemap:\n");

        Assert.Equal(["http://a.test/1.xml", "/2.xml"], robots.Sitemaps);
    }

    [Theory]
    [InlineData("SeoAuditEmulator/1.0 (+x)", "SeoAuditEmulator")]
    [InlineData("my-bot_2", "my-bot_2")]
    [InlineData("*", "*")]
    [InlineData("", "")]
    public void FindsTheProductName(string userAgent, string product)
    {
        Assert.Equal(product, RobotsTxt.ProductOf(userAgent));
    }
}
