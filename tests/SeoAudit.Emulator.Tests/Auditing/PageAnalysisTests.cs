using SeoAudit.Emulator.Auditing;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class PageAnalysisTests
{
    [Fact]
    public void ReadsMetadata()
    {
        PageMetadata metadata = SamplePage.Audit(SamplePage.Html).Metadata;

        Assert.Equal("Garden tools that last a lifetime of work", metadata.Title);
        Assert.StartsWith("Spades, forks", metadata.Description, StringComparison.Ordinal);
        Assert.Equal("https://shop.test/garden-tools", metadata.Canonical);
        Assert.Equal("Garden tools", metadata.OgTitle);
        Assert.Equal("Spades, forks and rakes", metadata.OgDescription);
        Assert.Equal("https://shop.test/spade.jpg", metadata.OgImage);
    }

    [Fact]
    public void MetadataOfAnEmptyPageIsNull()
    {
        Assert.Equal(new PageMetadata(null, null, null, null, null, null), SamplePage.Audit("").Metadata);
    }

    [Fact]
    public void ResolvesLinksOnceEachInOrder()
    {
        const string html = """
            <base href="/shop/"><a href="b#x">1</a><a href="/a">2</a><a href="b">3</a><a href="#top">4</a><a href="">5</a>
            <a href="//other.test/c">6</a><a href="mailto:a@b.test">7</a><a href="javascript:void(0)">8</a><a href="http://[bad">9</a>
            <area href=" d "><a href="http://shop.test/e">10</a><a href="https://shop.test:444/f">11</a><a>12</a>
            <img src="i.png"><img src="i.png"><img src="data:image/png;base64,AA"><img>
            """;

        PageAnalysis analysis = SamplePage.Audit(html, "https://shop.test/start");

        Assert.Equal(
            ["https://shop.test/shop/b", "https://shop.test/a", "https://shop.test/shop/d", "http://shop.test/e"],
            analysis.InternalLinks.Select(url => url.AbsoluteUri),
            StringComparer.Ordinal);
        Assert.Equal(["https://other.test/c", "https://shop.test:444/f"], analysis.ExternalLinks.Select(url => url.AbsoluteUri), StringComparer.Ordinal);
        Assert.Equal(["https://shop.test/shop/i.png"], analysis.Images.Select(url => url.AbsoluteUri), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<")]
    [InlineData("<!DOCTYPE")]
    [InlineData("just text")]
    [InlineData("<html><head><title>never closed")]
    [InlineData("<frameset><frame src=a></frameset>")]
    [InlineData("<a href='http://\u2488com/'>x</a><a href='http://xn--/'>x</a><img src='http://a\u00ad\u2024:1/'>")]
    [InlineData("<base href='http://['><a href='http://%%%'>x</a><link rel=canonical href='::::'>")]
    [InlineData("<svg><title>not this</title><style><a href=x></svg><math><mi><img src=x>")]
    [InlineData("<table><tr><td><table><a href=/x></table><plaintext></html>")]
    [InlineData("<meta name=viewport content='====,;'><meta http-equiv=refresh content=';;'><li><div id='a b\"]'><img>")]
    public void SurvivesBrokenHtml(string html)
    {
        PageAnalysis analysis = SamplePage.Audit(html);

        Assert.InRange(analysis.Score, 0, 99);
    }

    [Fact]
    public void SurvivesBinary()
    {
        byte[] bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);

        PageAnalysis analysis = SamplePage.Audit(System.Text.Encoding.Latin1.GetString(bytes));

        Assert.Null(analysis.Metadata.Title);
    }

    [Fact]
    public void SurvivesMutations()
    {
        const string pieces = "<>\"'/=&;:#?%[]@!-\0 \n\u00e4\ud800";
        var random = new Random(7);
        string[] tags =
        [
            "<a href='http://xn--/'>", "<a href='http://\u00ad.test/'>", "<img src='https://[::1'>", "<base href='//'>", "<svg>", "<template>",
            "<table>", "<select>", "<label for=''>", "<input id=a aria-labelledby='a b'>", "<link rel='canonical alternate' hreflang>", "<a href='http://a:99999/'>",
            "<meta http-equiv=refresh content='1e999'>", "<meta name=viewport content='maximum-scale=NaN'>", "<script type=application/ld+json>",
            "<a href='http://\u2488com/'>",
        ];
        for (int round = 0; round < 1000; round++)
        {
            var html = new System.Text.StringBuilder(SamplePage.Html.Replace("soil ", "", StringComparison.Ordinal));
            for (int change = random.Next(1, 30); change > 0; change--)
            {
                int at = random.Next(html.Length);
                if (random.Next(3) == 0)
                    html.Insert(at, tags[random.Next(tags.Length)]);
                else
                    html[at] = pieces[random.Next(pieces.Length)];
            }

            Assert.InRange(SamplePage.Audit(html.ToString()).Score, 0, 100);
        }
    }

    [Theory]
    [InlineData("<label>", "<input>", "text</label>")]
    [InlineData("<div>", "<a href=/a aria-labelledby=end></a>", "<p id=end>text</p></div>")]
    [InlineData("<button>", "<img>", "text</button>")]
    [InlineData("<ul>", "<li><a href=/a></a>", "</ul>")]
    [InlineData("", "<h2 hidden>a</h2><link rel=canonical href=/a><meta name=robots content=all>", "")]
    public void CrossReferencesTakeLinearTime(string start, string repeated, string end)
    {
        string html = start + string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length)) + end;

        Assert.InRange(SamplePage.Audit(html).Score, 0, 100);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><g>")]
    public void RefusesBottomlessNesting(string tags)
    {
        string html = string.Concat(Enumerable.Repeat(tags, 2_000_000 / tags.Length));

        var e = Assert.Throws<PageFetchException>(() => SamplePage.Audit(html));
        Assert.Equal(PageFetchFailure.NotAPage, e.Failure);
    }

    [Fact]
    public void ReadsTwoMegabytes()
    {
        string html = SamplePage.With("</main>", string.Concat(Enumerable.Repeat("<p>soil <a href=/s>x</a><img src=a>", 2_000_000 / 35)) + "</main>");

        PageAnalysis analysis = SamplePage.Audit(html);

        Assert.Equal(2, analysis.InternalLinks.Count);
        Assert.Equal(100, analysis.AccessibilityViolations.Single(violation => violation.Id == "image-alt").Nodes.Count);
    }
}
