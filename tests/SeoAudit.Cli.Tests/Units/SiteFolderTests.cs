using System.Xml.Linq;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Emulation;
using SeoAudit.Cli.Tests.Support;

namespace SeoAudit.Cli.Tests.Units;

public sealed class SiteFolderTests : IDisposable
{
    private readonly ToolHome _home = new();
    private readonly SiteFolder _site;

    public SiteFolderTests()
    {
        _home.Write("secret.html", "not of the site");
        _home.Write("site/index.html", "home");
        _home.Write("site/about.html", "about");
        _home.Write("site/404.html", "gone");
        _home.Write("site/blog/index.html", "blog");
        _home.Write("site/blog/a b.html", "a b");
        _home.Write("site/.git/config.html", "hidden");
        _site = SiteFolder.Open(_home.PathOf("site"));
    }

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/about", "about.html")]
    [InlineData("/about.html", "about.html")]
    [InlineData("/blog", "blog/index.html")]
    [InlineData("/blog/", "blog/index.html")]
    [InlineData("/blog/a b", "blog/a b.html")]
    public void Pages_are_where_static_hosts_have_them(string path, string file) =>
        Assert.Equal(Path.Combine(_home.PathOf("site"), file.Replace('/', Path.DirectorySeparatorChar)), _site.Find(path));

    [Theory]
    [InlineData("/none")]
    [InlineData("/../secret.html")]
    [InlineData("/blog/../../secret.html")]
    [InlineData("/..\\secret.html")]
    [InlineData("/.git/config.html")]
    [InlineData("/about/")]
    [InlineData("/\0")]
    public void What_is_not_of_the_site_is_not_served(string path) => Assert.Null(_site.Find(path));

    [Fact]
    public void Links_that_lead_out_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege on Windows.");
        File.CreateSymbolicLink(_home.PathOf("site/link.html"), _home.PathOf("secret.html"));
        Directory.CreateSymbolicLink(_home.PathOf("site/out"), _home.Folder);
        File.CreateSymbolicLink(_home.PathOf("site/inner.html"), _home.PathOf("site/about.html"));

        Assert.Null(_site.Find("/link.html"));
        Assert.Null(_site.Find("/out/secret.html"));
        Assert.NotNull(_site.Find("/inner.html"));
    }

    [Fact]
    public void The_sitemap_has_every_page_once()
    {
        XNamespace sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
        string[] pages = [.. XDocument.Parse(_site.Sitemap(new Uri("http://127.0.0.1/"))).Descendants(sitemap + "loc").Select(static page => page.Value)];

        Assert.Equal(["http://127.0.0.1/", "http://127.0.0.1/about.html", "http://127.0.0.1/blog/", "http://127.0.0.1/blog/a%20b.html"], pages);
    }

    [Fact]
    public void A_folder_that_is_none_is_refused() => Assert.Throws<UsageException>(() => SiteFolder.Open(_home.PathOf("none")));
}
