using System.Globalization;
using System.Text;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapFilterTests
{
    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11", true)]
    [InlineData("2026-10", false)]
    [InlineData("2026", true)]
    [InlineData("2025", false)]
    [InlineData("2026-11-24T12:00:00Z", true)]
    [InlineData("2026-11-24T11:59:59Z", false)]
    [InlineData("2026-11-24T12:30:00+01:00", false)]
    [InlineData("2026-11-24T11:30:00-01:00", true)]
    [InlineData("someday", true)]
    [InlineData("", true)]
    public async Task Modified_since_keeps_all_that_may_have_changed(string modified, bool isKept) => Assert.Equal(
        isKept,
        await IsKeptAsync(
            "https://example.com/",
            new() { ModifiedSince = DateTimeOffset.Parse("2026-11-24T12:00:00Z", CultureInfo.InvariantCulture) },
            modified));

    [Theory]
    [InlineData("example.com", "https://EXAMPLE.com:8443/a", true)]
    [InlineData("example.com", "https://www.example.com/a", false)]
    [InlineData("*.example.com", "https://www.example.com/a", true)]
    [InlineData("*.example.com", "https://a.b.example.com/a", true)]
    [InlineData("*.example.com", "https://example.com/a", false)]
    [InlineData("*.example.com", "https://evilexample.com/a", false)]
    [InlineData("bücher.example", "https://bücher.example/", true)]
    [InlineData("xn--bcher-kva.example", "https://bücher.example/", true)]
    public async Task Hosts_are_chosen(string host, string location, bool isKept) =>
        Assert.Equal(isKept, await IsKeptAsync(location, new() { Hosts = ["other.test", host] }));

    [Theory]
    [InlineData("/blog/", "/blog/post", true)]
    [InlineData("/blog/", "/blog", false)]
    [InlineData("/blog/", "/Blog/post", false)]
    [InlineData("/", "/", true)]
    [InlineData("/$", "/", true)]
    [InlineData("/$", "/a", false)]
    [InlineData("*.pdf$", "/a/b.pdf", true)]
    [InlineData("*.pdf$", "/a/b.pdf?x=1", false)]
    [InlineData("*.pdf", "/a/b.pdf?x=1", true)]
    [InlineData("/*/tags/*?page=", "/en/tags/a?page=2", true)]
    [InlineData("/*/tags/*?page=", "/en/tags/a?p=2", false)]
    [InlineData("/a**b$", "/a-bb", true)]
    [InlineData("/é", "/é/1", true)]
    [InlineData("*", "/anything", true)]
    public async Task Paths_are_chosen_by_the_patterns_of_robots_txt(string pattern, string path, bool isMatch)
    {
        Assert.Equal(isMatch, await IsKeptAsync($"https://example.com{path}", new() { Include = ["/never/", pattern] }));
        Assert.Equal(!isMatch, await IsKeptAsync($"https://example.com{path}", new() { Exclude = ["/never/", pattern] }));
        Assert.False(await IsKeptAsync($"https://example.com{path}", new() { Include = [pattern], Exclude = ["/"] }));
    }

    [Fact]
    public async Task A_hostile_pattern_takes_no_longer_than_the_product_of_the_lengths()
    {
        string pattern = $"/{string.Concat(Enumerable.Repeat("*a", 500))}b$";

        Assert.False(await IsKeptAsync($"https://example.com/{new string('a', 5_000)}", new() { Include = [pattern] }));
    }

    private static async Task<bool> IsKeptAsync(string location, SitemapOptions options, string modified = "")
    {
        List<SitemapEntry> entries = await SitemapSite.ReadAsync(
            Encoding.UTF8.GetBytes($"<urlset><url><loc>{location.Replace("&", "&amp;", StringComparison.Ordinal)}</loc><lastmod>{modified}</lastmod></url></urlset>"),
            options);
        return entries.Count == 1;
    }
}
