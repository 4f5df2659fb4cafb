using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class PageCheckTests
{
    private const string Title = "<title>Garden tools that last a lifetime of work</title>";
    private const string Lang = "<html lang=\"en\">";
    private const string Charset = "<meta charset=\"utf-8\">";
    private const string Viewport = "width=device-width, initial-scale=1";
    private const string Canonical = "href=\"https://shop.test/garden-tools\"";
    private const string Icon = "<link rel=\"icon\" href=\"/favicon.ico\">";
    private const string H1 = "<h1>Garden tools</h1>";
    private const string H2 = "<h2>Spades</h2>";
    private const string Image = "<img src=\"/spade.jpg\" alt=\"A spade\">";
    private const string Inner = "<a href=\"/spades\">All spades</a>";
    private const string Outer = "<a href=\"https://soil.test/\">About soil</a>";
    private const string Card = "<meta name=\"twitter:card\" content=\"summary\">";
    private const string OgTitle = "<meta property=\"og:title\" content=\"Garden tools\">";
    private const string OgImage = "https://shop.test/spade.jpg\">";
    private const string Json = "{\"@context\":\"https://schema.org\",\"@type\":\"Store\",\"name\":\"Shop\"}";
    private const string Description =
        "Spades, forks and rakes made of forged steel and ash wood, repaired free of charge for as long as you dig.";

    private static readonly string[] Categories = ["meta", "indexability", "crawlability", "performance", "content"];

    /// <summary>Key, outcome, a part of the sample page, what stands there instead.</summary>
    public static TheoryData<string, string, string, string> Spoiled => new()
    {
        { "meta_title", "Failed", Title, "" },
        { "meta_title", "Failed", Title, "<title>  </title>" },
        { "meta_title_length", "Failed", Title, "" },
        { "meta_title_length", "Warning", Title, "<title>Tools</title>" },
        { "meta_title_length", "Warning", Title, $"<title>{new string('x', 61)}</title>" },
        { "meta_title_length", "Passed", Title, $"<title>{new string('x', 60)}</title>" },
        { "meta_title_length", "Passed", Title, $"<title>{new string('x', 30)}</title>" },
        { "meta_title_length", "Warning", Title, $"<title>{new string('x', 29)}</title>" },
        { "meta_description", "Failed", "name=\"description\"", "name=\"other\"" },
        { "meta_description", "Passed", "name=\"description\"", "NAME=\"Description\"" },
        { "meta_description_length", "Failed", Description, "" },
        { "meta_description_length", "Warning", Description, new string('x', 69) },
        { "meta_description_length", "Passed", Description, new string('x', 70) },
        { "meta_description_length", "Passed", Description, new string('x', 160) },
        { "meta_description_length", "Warning", Description, new string('x', 161) },
        { "canonical", "Failed", "rel=\"canonical\"", "rel=\"next\"" },
        { "canonical", "Failed", Canonical, "href=\"mailto:me@shop.test\"" },
        { "canonical", "Warning", Icon, "<link rel=canonical href=/other>" },
        { "canonical_self", "Warning", "rel=\"canonical\"", "rel=\"next\"" },
        { "canonical_self", "Warning", Canonical, "href=\"/other\"" },
        { "canonical_self", "Failed", Canonical, "href=\"https://other.test/garden-tools\"" },
        { "canonical_self", "Passed", Canonical, "href=\"garden-tools#top\"" },
        { "robots_meta", "Failed", Card, "<meta name=robots content='follow, NOINDEX'>" },
        { "robots_meta", "Failed", Card, "<meta name=googlebot content=none>" },
        { "robots_meta", "Passed", Card, "<meta name=robots content='index, follow'>" },
        { "robots_nofollow", "Warning", Card, "<meta name=robots content=nofollow>" },
        { "h1", "Failed", H1, "" },
        { "h1", "Failed", H1, "<h1> </h1>" },
        { "h1", "Passed", H1, "<h1><img alt=Tools src=t.png></h1>" },
        { "h1", "Warning", H1, H1 + H1 },
        { "heading_order", "Warning", H2, "<h3>Spades</h3>" },
        { "heading_order", "Warning", H1 + "\n" + H2, "" },
        { "heading_order", "Passed", H2, "<h2>a</h2><h3>b</h3><h2>c</h2>" },
        { "og_title", "Failed", OgTitle, "" },
        { "og_title", "Passed", OgTitle, "<meta name=og:title content=Tools>" },
        { "og_description", "Failed", "og:description", "og:other" },
        { "og_image", "Failed", "og:image", "og:other" },
        { "og_image", "Warning", OgImage, "/spade.jpg\">" },
        { "twitter_card", "Warning", Card, "" },
        { "twitter_card", "Warning", Card, "<meta name=twitter:card content=huge>" },
        { "html_lang", "Failed", Lang, "<html>" },
        { "html_lang", "Warning", Lang, "<html lang=english_uk>" },
        { "html_lang", "Passed", Lang, "<html lang=zh-Hant-TW>" },
        { "viewport", "Failed", "name=\"viewport\"", "name=\"other\"" },
        { "viewport", "Warning", Viewport, "width=1024" },
        { "charset", "Failed", Charset, "" },
        { "charset", "Warning", Charset, "<meta charset=windows-1252>" },
        { "charset", "Passed", Charset, "<meta http-equiv=Content-Type content='text/html; charset=UTF-8'>" },
        { "doctype", "Warning", "<!DOCTYPE html>", "" },
        { "favicon", "Warning", Icon, "" },
        { "favicon", "Passed", Icon, "<link rel='shortcut icon' href='data:image/png;base64,AAAA'>" },
        { "structured_data", "Failed", Json, "{\"@type\":" },
        { "structured_data", "Warning", Json, "{}" },
        { "structured_data", "Warning", "application/ld+json", "text/plain" },
        { "structured_data", "Passed", Json, "{\"@graph\":[{\"@type\":[\"Store\"]}]}" },
        { "structured_data", "Failed", Json, "{\"@type\":\"\\ud800\"}" },
        { "structured_data", "Failed", Json, "\"\ud800\"" },
        { "structured_data", "Failed", Json, new string('[', 5000) },
        { "hreflang", "Warning", Icon, "<link rel=alternate hreflang=de href=/de>" },
        { "hreflang", "Passed", Icon, "<link rel=alternate hreflang=en href=/garden-tools><link rel=alternate hreflang=x-default href=/>" },
        { "hreflang", "Failed", Icon, "<link rel=alternate hreflang=english href=/de>" },
        { "hreflang", "Failed", Icon, "<link rel=alternate hreflang=de>" },
        { "hreflang", "Failed", Icon, "<link rel=alternate hreflang=de href=/a><link rel=alternate hreflang=DE href=/b>" },
        { "content_length", "Warning", string.Join(' ', Enumerable.Repeat("soil", 320)), string.Join(' ', Enumerable.Repeat("soil", 100)) },
        { "content_length", "Failed", string.Join(' ', Enumerable.Repeat("soil", 320)), "<script>one two three</script>" },
        { "content_length", "Passed", string.Join(' ', Enumerable.Repeat("soil", 320)), new string('庭', 300) },
        { "image_alt", "Failed", Image, "<img src=a.png>" },
        { "image_alt", "Warning", Image, Image + Image + "<img src=a.png>" },
        { "image_alt", "Passed", Image, "<img src=a.png alt>" },
        { "image_alt", "Passed", Image, "" },
        { "internal_links", "Failed", Inner, "<a href='#top'>Top</a><a href=/garden-tools>Here</a>" },
        { "external_links", "Warning", Outer, "" },
        { "external_links", "Warning", Outer, string.Concat(Enumerable.Range(0, 101).Select(i => $"<a href=https://s{i}.test/>x</a>")) },
        { "mixed_content", "Failed", Image, "<img src=http://shop.test/a.png alt=a>" },
        { "mixed_content", "Failed", Icon, "<link rel=stylesheet href=http://cdn.test/a.css>" },
        { "page_size", "Warning", Image, $"<!--{new string('x', 600 * 1024)}-->" },
        { "page_size", "Failed", Image, $"<!--{new string('x', 3 * 1024 * 1024)}-->" },
    };

    /// <summary>Key, outcome, and how the sample page was answered.</summary>
    public static TheoryData<string, string, string, double, int, string?> Answered => new()
    {
        { "https", "Passed", SamplePage.Url, 0.1, 0, null },
        { "https", "Failed", "http://shop.test/garden-tools", 0.1, 0, null },
        { "https", "Warning", "http://localhost:5000/garden-tools", 0.1, 0, null },
        { "https", "Warning", "http://127.0.0.1:5000/garden-tools", 0.1, 0, null },
        { "mixed_content", "Passed", "http://localhost:5000/garden-tools", 0.1, 0, null },
        { "url_length", "Passed", "https://shop.test/" + new string('a', 97), 0.1, 0, null },
        { "url_length", "Warning", "https://shop.test/" + new string('a', 98), 0.1, 0, null },
        { "url_length", "Failed", "https://shop.test/" + new string('a', 2000), 0.1, 0, null },
        { "url_lowercase", "Warning", "https://shop.test/Garden", 0.1, 0, null },
        { "url_lowercase", "Passed", "https://shop.test/g%C3%A4rten?Q=A", 0.1, 0, null },
        { "url_underscores", "Warning", "https://shop.test/garden_tools", 0.1, 0, null },
        { "url_parameters", "Passed", "https://shop.test/a?b=1&c=2", 0.1, 0, null },
        { "url_parameters", "Warning", "https://shop.test/a?b=1&c=2&d=3", 0.1, 0, null },
        { "response_time", "Passed", SamplePage.Url, 0.8, 0, null },
        { "response_time", "Warning", SamplePage.Url, 0.9, 0, null },
        { "response_time", "Warning", SamplePage.Url, 1.8, 0, null },
        { "response_time", "Failed", SamplePage.Url, 1.9, 0, null },
        { "redirects", "Warning", SamplePage.Url, 0.1, 1, null },
        { "redirects", "Failed", SamplePage.Url, 0.1, 2, null },
        { "x_robots_tag", "Failed", SamplePage.Url, 0.1, 0, "nofollow, noindex" },
        { "x_robots_tag", "Failed", SamplePage.Url, 0.1, 0, "Googlebot: noindex" },
        { "x_robots_tag", "Passed", SamplePage.Url, 0.1, 0, "otherbot: noindex" },
        { "x_robots_tag", "Failed", SamplePage.Url, 0.1, 0, "unavailable_after: 25 Jun 2030 15:00:00 PST, none" },
        { "x_robots_tag", "Passed", SamplePage.Url, 0.1, 0, "max-snippet: 20" },
        { "robots_nofollow", "Warning", SamplePage.Url, 0.1, 0, "nofollow" },
    };

    [Fact]
    public void SamplePagePassesEverything()
    {
        PageAnalysis analysis = SamplePage.Audit(SamplePage.Html);

        Assert.DoesNotContain(analysis.Checks, check => check.Outcome != CheckOutcome.Passed);
        Assert.Equal(100, analysis.Score);
        Assert.Empty(analysis.AccessibilityViolations);
    }

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void JudgesContent(string key, string outcome, string part, string instead)
    {
        CheckResult check = SamplePage.Audit(SamplePage.With(part, instead)).Checks.Single(check => check.Key == key);

        Assert.Equal(outcome, check.Outcome.ToString());
        Assert.NotEmpty(check.Message);
    }

    [Fact]
    public void WithoutCardAndOpenGraphNothingIsLeftForAPreview()
    {
        string html = SamplePage.With(OgTitle, "").Replace(Card, "", StringComparison.Ordinal);

        Assert.Equal(CheckOutcome.Failed, SamplePage.Audit(html).Checks.Single(check => check.Key == "twitter_card").Outcome);
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void JudgesAnswer(string key, string outcome, string url, double seconds, int redirects, string? robots)
    {
        FetchedResource response = SamplePage.Response() with
        {
            TimeToFirstByte = TimeSpan.FromSeconds(seconds),
            RedirectCount = redirects,
            RobotsTags = robots is null ? [] : [robots],
        };

        CheckResult check = SamplePage.Audit(SamplePage.Html, url, response).Checks.Single(check => check.Key == key);

        Assert.Equal(outcome, check.Outcome.ToString());
    }

    [Fact]
    public void EveryCheckIsSeenToComplain()
    {
        string[] complained =
        [
            .. Spoiled.Where(row => row.Data.Item2 != "Passed").Select(row => row.Data.Item1),
            .. Answered.Where(row => row.Data.Item2 != "Passed").Select(row => row.Data.Item1),
        ];

        IEnumerable<string> keys = SamplePage.Audit(SamplePage.Html).Checks.Select(check => check.Key);

        Assert.Empty(keys.Except(complained, StringComparer.Ordinal));
    }

    [Fact]
    public void ChecksAreWellFormed()
    {
        IReadOnlyList<CheckResult> checks = SamplePage.Audit(SamplePage.Html).Checks;

        Assert.True(checks.Count >= 26, $"{checks.Count} checks");
        Assert.Equal(checks.Count, checks.Select(check => check.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(checks, check =>
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", check.Key);
            Assert.Contains(check.Category, Categories, StringComparer.Ordinal);
            Assert.InRange(check.Weight, 1, 10);
            Assert.NotEmpty(check.Name);
        });
    }

    [Fact]
    public void KeysAreTheSameWhateverThePageHolds()
    {
        IEnumerable<string> full = SamplePage.Audit(SamplePage.Html).Checks.Select(check => check.Key);

        Assert.Equal(full, SamplePage.Audit("").Checks.Select(check => check.Key), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Passed", "Passed", 100)]
    [InlineData("Passed", "Failed", 75)]
    [InlineData("Failed", "Passed", 25)]
    [InlineData("Warning", "Warning", 50)]
    [InlineData("Warning", "Failed", 38)]
    [InlineData("Failed", "Failed", 0)]
    public void ScoreIsTheWeightedShare(string heavy, string light, int expected)
    {
        CheckResult[] checks = [Check(3, heavy), Check(1, light)];

        Assert.Equal(expected, PageScore.Of(checks));

        static CheckResult Check(int weight, string outcome) => new("a", "A", "meta", weight, Enum.Parse<CheckOutcome>(outcome), "", null);
    }
}
