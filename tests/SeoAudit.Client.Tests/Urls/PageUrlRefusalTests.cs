using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Tests.Urls;

public sealed class PageUrlRefusalTests
{
    [Fact]
    public void There_must_be_one()
    {
        Uri page = null!;

        Assert.Equal("page", Assert.Throws<ArgumentNullException>(() => PageUrl.Normalize(page)).ParamName);
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("/page")]
    [InlineData("//example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("mailto:someone@example.com")]
    [InlineData("javascript:alert(1)")]
    public void It_must_be_absolute_and_http_or_https(string text)
    {
        var page = new Uri(text, UriKind.RelativeOrAbsolute);

        AssertRefused(page, "'page' must be an absolute http or https URL.");
    }

    [Theory]
    [InlineData("http://user@example.com/")]
    [InlineData("http://user:secret@example.com/")]
    [InlineData("http://:secret@example.com/")]
    public void It_must_not_carry_credentials_and_the_message_does_not_repeat_them(string text)
    {
        var page = new Uri(text);

        AssertRefused(page, "'page' must not carry a user name or password.");
    }

    [Theory]
    [InlineData(0x00FC)]
    [InlineData(0x0431)]
    public void Its_host_must_be_a_name(int letter)
    {
        var page = new Uri("http://" + new string((char)letter, 64) + ".example/");

        AssertRefused(page, "'page' must have a host that is a valid domain name or address.");
    }

    [Fact]
    public void Its_length_is_counted_in_the_canonical_form()
    {
        const string Root = "http://example.com/";
        var longest = new Uri(Root + new string('a', PageUrl.MaxLength - Root.Length));
        var shortOnceNormal = new Uri(longest + "#" + new string('b', 5_000));
        var page = new Uri(Root + new string('\u00e9', 1_000));

        Assert.Equal(PageUrl.MaxLength, PageUrl.Normalize(longest).AbsoluteUri.Length);
        Assert.Equal(longest.AbsoluteUri, PageUrl.Normalize(shortOnceNormal).AbsoluteUri);
        AssertRefused(page, "'page' must be at most 2048 characters long; it has 6019.");
        Assert.Equal(6_019, PageUrl.Normalize(page, maxLength: 6_019).AbsoluteUri.Length);
    }

    [Theory]
    [InlineData("http://example.com/abc", 21)]
    [InlineData("http://example.com/abc#", 21)]
    public void Another_bound_may_be_set(string url, int maxLength)
    {
        var page = new Uri(url);

        var refused = Assert.Throws<ArgumentException>(() => PageUrl.Normalize(page, maxLength));

        Assert.StartsWith("'page' must be at most 21 characters long; it has 22.", refused.Message, StringComparison.Ordinal);
        Assert.Equal("http://example.com/abc", PageUrl.Normalize(page, maxLength + 1).AbsoluteUri);
    }

    private static void AssertRefused(Uri page, string message)
    {
        var refused = Assert.Throws<ArgumentException>(() => PageUrl.Normalize(page));

        Assert.Equal("page", refused.ParamName);
        Assert.Equal(message + " (Parameter 'page')", refused.Message);
    }
}
