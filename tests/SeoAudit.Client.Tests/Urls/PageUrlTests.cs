using System.Diagnostics.CodeAnalysis;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Tests.Urls;

public sealed class PageUrlTests
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    [Theory]
    [InlineData("HTTPS://WWW.Example.COM/Path?Query", "https://www.example.com/Path?Query")]
    [InlineData("http://my_host.example/", "http://my_host.example/")]
    [InlineData("http://-A/", "http://-a/")]
    [InlineData("http://example.com./", "http://example.com./")]
    [InlineData("http://[2001:DB8:0:0:0:0:0:1]/", "http://[2001:db8::1]/")]
    [InlineData("http://[::1]:8080/a", "http://[::1]:8080/a")]
    [InlineData("http://[fe80::1%25eth0]/", "http://[fe80::1]/")]
    [InlineData("http://127.1/", "http://127.0.0.1/")]
    [InlineData("http://0x7f000001/", "http://127.0.0.1/")]
    [InlineData("http://@example.com/", "http://example.com/")]
    [InlineData(" http://example.com/ ", "http://example.com/")]
    public void Scheme_and_host_are_written_in_one_way(string url, string expected) => AssertNormal(url, expected);

    [Theory]
    [InlineData("http://b\u00fccher.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://B\u00dcCHER.example:8080/", "http://xn--bcher-kva.example:8080/")]
    [InlineData("http://b\u00fccher.example./", "http://xn--bcher-kva.example./")]
    [InlineData("http://XN--BCHER-KVA.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://\u041f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/", "http://xn--e1afmkfd.xn--p1ai/")]
    [InlineData("http://\u4f8b\u3048\u3002\u30c6\u30b9\u30c8/", "http://xn--r8jz45g.xn--zckzah/")]
    [InlineData("http://fa\u00df.example/", "http://xn--fa-hia.example/")]
    public void An_international_host_is_in_punycode(string url, string expected) => AssertNormal(url, expected);

    [Theory]
    [InlineData("http://example.com:80/", "http://example.com/")]
    [InlineData("https://example.com:443/", "https://example.com/")]
    [InlineData("http://example.com:443/", "http://example.com:443/")]
    [InlineData("https://example.com:80/", "https://example.com:80/")]
    [InlineData("http://example.com:/", "http://example.com/")]
    [InlineData("http://example.com:08080/", "http://example.com:8080/")]
    public void A_default_port_is_dropped(string url, string expected) => AssertNormal(url, expected);

    [Theory]
    [InlineData("/a/./b/../c", "/a/c")]
    [InlineData("/a/b/..", "/a/")]
    [InlineData("/a/b/.", "/a/b/")]
    [InlineData("/../../a", "/a")]
    [InlineData("/a/%2e%2E/b/%2E/c", "/b/c")]
    [InlineData("/a/.%2e/b/%2e./c", "/c")]
    [InlineData("/a//b//../c", "/a//b/c")]
    [InlineData("//../a", "/a")]
    [InlineData("/a%/%2e%2e/b", "/b")]
    [InlineData("/%/%2e", "/%25/")]
    [InlineData("/%\\%2E%2e", "/")]
    [InlineData("/a/...", "/a/...")]
    [InlineData("/.well-known/a..b", "/.well-known/a..b")]
    [InlineData("/a/..%2Fb", "/a/..%2Fb")]
    [InlineData("/?a=/../b/./c", "/?a=/../b/./c")]
    public void Dot_segments_are_removed(string path, string expected)
    {
        AssertNormal("http://example.com" + path, "http://example.com" + expected);
        AssertNormal(new Uri("http://example.com" + path, AsWritten), "http://example.com" + expected);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("?", "/?")]
    [InlineData("?a", "/?a")]
    [InlineData("/?", "/?")]
    [InlineData("/#", "/")]
    [InlineData("#a?b", "/")]
    [InlineData("/a?b#c#d", "/a?b")]
    [InlineData("/a?#", "/a?")]
    public void A_path_is_never_empty_an_empty_query_stays_and_a_fragment_goes(string rest, string expected)
    {
        AssertNormal("http://example.com" + rest, "http://example.com" + expected);
        AssertNormal(new Uri("http://example.com" + rest, AsWritten), "http://example.com" + expected);
    }

    [Theory]
    [InlineData("%41%7a%30%2D%5f%7E%2ex", "Az0-_~.x")]
    [InlineData("%2f%3a%3f%23%5b%5d%40", "%2F%3A%3F%23%5B%5D%40")]
    [InlineData("%21%24%26%27%28%29%2a%2b%2c%3b%3d", "%21%24%26%27%28%29%2A%2B%2C%3B%3D")]
    [InlineData("!$&'()*+,;=:@[]", "!$&'()*+,;=:@[]")]
    [InlineData("%c3%a9%ff%00%7f", "%C3%A9%FF%00%7F")]
    [InlineData("\u00e9\ud83d\ude00", "%C3%A9%F0%9F%98%80")]
    [InlineData("e\u0301\u200e", "e%CC%81%E2%80%8E")]
    [InlineData("a b\tc\u007f", "a%20b%09c%7F")]
    [InlineData("\"<>^`{|}", "%22%3C%3E%5E%60%7B%7C%7D")]
    [InlineData("100%", "100%25")]
    [InlineData("%4", "%254")]
    [InlineData("%zz%%32e", "%25zz%252e")]
    [InlineData("%u00e9", "%25u00e9")]
    [InlineData("%2541%252f", "%2541%252f")]
    public void Escapes_are_the_same_in_a_path_and_a_query(string text, string expected)
    {
        AssertNormal($"http://example.com/x{text}y?x{text}y", $"http://example.com/x{expected}y?x{expected}y");
        AssertNormal(new Uri($"http://example.com/x{text}y?x{text}y", AsWritten), $"http://example.com/x{expected}y?x{expected}y");
    }

    [Theory]
    [InlineData("/a\\b?c\\d", "/a/b?c%5Cd")]
    [InlineData("/a%5cb?c%5cd", "/a%5Cb?c%5Cd")]
    public void A_backslash_is_a_slash_in_a_path_only(string rest, string expected) =>
        AssertNormal("http://example.com" + rest, "http://example.com" + expected);

    [Theory]
    [InlineData("?b=2&a=1&a=&&=x&b=1")]
    [InlineData("?a[]=1&a[]=2")]
    [InlineData("?q=a+b%20c%2Bd")]
    [InlineData("?u=http://example.org/?x=y%26z")]
    public void A_query_keeps_its_order_and_its_parts(string query) =>
        AssertNormal("http://example.com/" + query, "http://example.com/" + query);

    [Fact]
    public void Half_a_character_is_the_replacement_character() =>
        AssertNormal($"http://example.com/{(char)0xD800}x", "http://example.com/%EF%BF%BDx");

    [Fact]
    public void What_is_relative_to_another_address_is_normalised_too() =>
        AssertNormal(new Uri(new Uri("HTTP://Example.com/a/b"), "../\u00fc b#c"), "http://example.com/%C3%BC%20b");

    [Fact]
    public void A_canonical_url_is_handed_back_itself_without_an_allocation()
    {
        var url = new Uri("https://www.example.com/products/caf%C3%A9-42?page=2&sort=price");
        Assert.Same(url, PageUrl.Normalize(url));

        long before = GC.GetAllocatedBytesForCurrentThread();
        PageUrl.Normalize(url);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Spellings_of_one_page_are_equal_as_keys_too()
    {
        Uri one = PageUrl.Normalize(new Uri("HTTP://EXAMPLE.com:80/a/../%7e"));
        Uri other = PageUrl.Normalize(new Uri("http://example.com/%7E#top"));
        Uri third = PageUrl.Normalize(new Uri("http://example.com/./%7e", AsWritten));

        Assert.Equal(one, other);
        Assert.Equal(one, third);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.GetHashCode(), third.GetHashCode());
    }

    [Theory]
    [InlineData("%2F", "/")]
    [InlineData("%2541", "A")]
    [InlineData("?a%26b", "?a&b")]
    [InlineData("?a+b", "?a%20b")]
    [InlineData("?", "")]
    [InlineData("A", "a")]
    public void Pages_that_a_server_may_tell_apart_stay_apart(string one, string other)
    {
        Uri first = PageUrl.Normalize(new Uri("http://example.com/" + one));
        Uri second = PageUrl.Normalize(new Uri("http://example.com/" + other));

        Assert.NotEqual(first.AbsoluteUri, second.AbsoluteUri, StringComparer.Ordinal);
        Assert.NotEqual(first, second);
    }

    private static void AssertNormal([StringSyntax(StringSyntaxAttribute.Uri)] string url, string expected) => AssertNormal(new Uri(url), expected);

    private static void AssertNormal(Uri url, string expected)
    {
        Uri normal = PageUrl.Normalize(url);

        Assert.Equal(expected, normal.AbsoluteUri);
        Assert.Equal(expected, normal.OriginalString);
        Assert.Equal(expected, new Uri(expected).AbsoluteUri);
        Assert.Equal(expected, PageUrl.Normalize(new Uri(expected)).AbsoluteUri);
    }
}
