using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Tests.Urls;

public sealed class UrlTextTests
{
    // The platform throws out of the array for each of these instead of saying no.
    public static TheoryData<string> NamelessShares =>
        ["//\u202E/", "//\u200E", "\\\\\u202E\\x", "file://\u202E/x", "file:////\u202E/x", "///\u202E/"];

    [Theory]
    [MemberData(nameof(NamelessShares))]
    public void A_share_whose_name_is_nothing_is_no_address(string text)
    {
        Assert.Null(UrlText.TryRead(text));
        Assert.Null(PageUrl.TryNormalize(text));
        Assert.True(UrlText.TryRead(new Uri("https://example.com/a"), text) is null or { Scheme: "https" });
    }

    [Fact]
    public void A_relative_address_is_read_where_there_is_a_base()
    {
        Assert.Equal("https://example.com/b", UrlText.TryRead(new Uri("https://example.com/a"), "b")?.AbsoluteUri);
        Assert.Null(UrlText.TryRead("b"));
    }

    [Theory]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    [InlineData("https://EXAMPLE.com/", "example.com")]
    [InlineData("https://xn--ü/", "xn--ü")]
    public void A_host_is_ascii_where_it_can_be(string url, string host) => Assert.Equal(host, UrlText.HostOf(new Uri(url)));
}
