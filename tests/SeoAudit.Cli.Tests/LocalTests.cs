using SeoAudit.Cli.Emulation;
using SeoAudit.Cli.Terminal;
using SeoAudit.Cli.Tests.Support;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests;

public sealed class LocalTests : IDisposable
{
    private const string Page = "<!doctype html><html lang=\"en\"><head><title>A page</title></head><body><h1>A page</h1></body></html>";

    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_sitemap_that_names_the_live_site_is_audited_on_the_development_server()
    {
        _home.Write("site/about.html", Page);
        _home.Write("site/sitemap.xml", "<urlset><url><loc>https://www.example.com/about</loc></url></urlset>");

        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", "site", "--local", "--verbose");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Pages of www.example.com are audited at http://127.0.0.1:", result.Error, StringComparison.Ordinal);
        Assert.Contains("of 1 pages", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.example.com/a?b=c", "https://preview.example.net:8443/a?b=c")]
    [InlineData("https://preview.example.net:8443/a", "https://preview.example.net:8443/a")]
    [InlineData("http://localhost:3000/a", "https://preview.example.net:8443/a")]
    public void Pages_of_a_preview_are_at_its_own_host(string page, string expected)
    {
        var preview = new LocalSite(new Uri("https://preview.example.net:8443/sitemap.xml"), new Screen(quiet: true, verbose: false, noColor: true));

        Assert.Equal(expected, preview.Move(new Uri(page)).AbsoluteUri);
    }

    [Fact]
    public async Task No_sitemap_elsewhere_is_asked_for()
    {
        _home.Write("site/sitemap.xml", "<sitemapindex><sitemap><loc>https://www.example.com/sitemap-1.xml</loc></sitemap></sitemapindex>");

        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", "site", "--local");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("--local asks nobody else", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_keeps_its_addresses_from_run_to_run()
    {
        _home.Write("site/index.html", Page);

        ToolResult first = await ToolProcess.RunAsync(_home, "sitemap", "site", "--local", "--verbose", "--quiet");
        ToolResult second = await ToolProcess.RunAsync(_home, "sitemap", "site", "--local", "--verbose", "--quiet");

        Assert.Equal(AddressIn(first), AddressIn(second));
    }

    [Fact]
    public async Task The_limit_is_kept()
    {
        ToolResult result = await ToolProcess.RunAsync(_home, "sitemap", Samples.Site, "--local", "--limit", "2", "--include", "/shop");

        Assert.Contains("of 2 pages", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_have_no_business_here()
    {
        await using NumberedSite site = await NumberedSite.StartAsync();
        _home.Variables["SeoAudit__Seogent__BaseAddress"] = "https://seogent.invalid/api/";
        _home.Variables["SeoAudit__Seogent__ApiToken"] = Keys.Seogent;

        ToolResult result = await ToolProcess.RunAsync(_home, "scan", site.Address.GetLeftPart(UriPartial.Authority), "--local", "--quiet");

        Assert.Equal(0, result.ExitCode);
    }

    private static string AddressIn(ToolResult result) => result.Error.Split('\n').First(static line => line.Contains("is served at", StringComparison.Ordinal));
}
