using System.Text;

namespace SeoAudit.Client.Tests.Sitemaps;

public sealed class SitemapAddressTests
{
    [Fact]
    public async Task An_address_that_the_platform_stumbles_over_is_told_and_passed_over()
    {
        var faults = new FaultList();
        byte[] content = Encoding.UTF8.GetBytes(
            "<urlset><url><loc>file://\u202E/x</loc></url><url><loc>\\\\\u202E\\x</loc></url><url><loc>https://example.com/2</loc></url></urlset>");

        List<SitemapEntry> entries = await SitemapSite.ReadAsync(
            content, new() { Faults = faults, BaseAddress = new Uri("https://example.com/") });

        Assert.Equal(["/2"], SitemapSite.Paths(entries), StringComparer.Ordinal);
        Assert.Equal(2, faults.Count(static fault => fault.Kind == SitemapFaultKind.Entry));
    }

    [Theory]
    [InlineData("*.example.com")]
    [InlineData("a.example.com")]
    public async Task A_host_that_is_no_name_is_none_of_the_hosts_asked_for(string host)
    {
        byte[] content = Encoding.UTF8.GetBytes("https://xn--ü/\nhttps://a.example.com/1\nhttps://example.com/2\n");

        List<SitemapEntry> entries = await SitemapSite.ReadAsync(content, new() { Hosts = [host] });

        Assert.Equal(["/1"], SitemapSite.Paths(entries), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_repeated_of_an_entry_is_never_half_a_character()
    {
        var faults = new FaultList();

        await SitemapSite.ReadAsync(Encoding.UTF8.GetBytes($"https://example.com/\n{new string('a', 199)}😀\n"), new() { Faults = faults });

        Assert.Equal(new string('a', 199), Assert.Single(faults).Text);
    }
}
