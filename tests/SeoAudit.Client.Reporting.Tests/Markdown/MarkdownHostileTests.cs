using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax.Inlines;
using SeoAudit.Client.Reporting.Tests.Comparison;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Markdown;

public sealed class MarkdownHostileTests
{
    public static TheoryData<string> Texts { get; } =
    [
        "<script>alert(1)</script>",
        "<!-- seoaudit-report -->",
        "[click](https://evil.example/)",
        "![x](https://evil.example/pixel.png)",
        "[x]: https://evil.example/",
        "<https://evil.example/>",
        "https://evil.example/ www.evil.example mail@evil.example",
        "@octocat @org/team #1 GH-1 org/repo#2 0123456789abcdef0123456789abcdef01234567",
        "a | b || c |",
        @"\| \\| \",
        "`code` ``more`` ```",
        "`", "``", "|`|", "` `", "|",
        "line\r\n\r\n## heading\n- item\n| a |\n| - |",
        "\u2028\u2029\u0085next",
        "**bold** __bold__ ~~gone~~ ==mark== ^^ $math$ :smile: [^1] ***",
        "$`x`$ $$y$$",
        "&lt;b&gt; &#124; &amp;",
        "\u202Egnp.exe\u202C \u200Bhidden\uFEFF",
        "\0\u0001\u001B[31m",
        "    indented",
        "- [ ] task",
        "😀👩‍💻 \uD800 end",
        "\u200B", " ",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task No_text_is_anything_but_text(string text) => await HostileRun.AssertHarmlessAsync(text);

    [Theory]
    [InlineData("a | b", "a | b")]
    [InlineData("|`|``|", "|`|``|")]
    [InlineData(@"\|\", @"\|\")]
    [InlineData("<b>&amp;</b>", "<b>&amp;</b>")]
    [InlineData("one\r\n  two\u00A0three", "one two three")]
    [InlineData("\u202Eabc\u200B", "abc")]
    [InlineData("👩‍💻", "👩‍💻")]
    [InlineData("\n", "–")]
    public async Task Text_is_shown_as_it_came_on_one_line(string name, string shown)
    {
        var report = new ParsedMarkdown(await MarkdownReports.Of(options: null, Outcomes.Audited("https://example.com/", 50, 0, Outcomes.Fails(name))));

        Assert.Equal(shown, ParsedMarkdown.CellsOf(report.Tables[2])[0][0]);
    }

    [Fact]
    public async Task Long_text_is_cut()
    {
        string text = await MarkdownReports.Of(options: null, Outcomes.Audited("https://example.com/", 50, 0, Outcomes.Fails(string.Concat(Enumerable.Repeat("😀", 5_000)))));

        Assert.Contains($"| `{string.Concat(Enumerable.Repeat("😀", 100))}…` |", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/a(b)c", "https://example.com/a%28b%29c")]
    [InlineData("https://example.com/a b?q=\"x\"", "https://example.com/a%20b?q=%22x%22")]
    [InlineData("https://example.com/?a|b=[c]&copy=1", "https://example.com/?a%7Cb=%5Bc%5D&copy=1")]
    [InlineData("https://example.com/*_~`<>'!$", "https://example.com/%2A_~%60%3C%3E%27%21%24")]
    [InlineData("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC")]
    [InlineData("https://example.com:8443/#top", "https://example.com:8443/")]
    public async Task A_pages_link_leads_to_the_page(string url, string destination)
    {
        var report = new ParsedMarkdown(await MarkdownReports.Of(options: null, Outcomes.Audited(url, 50)));

        report.AssertHarmless();
        Assert.Equal(destination, Assert.Single(report.Links).Url);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("ftp://example.com/a")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("not a url")]
    public async Task An_address_that_is_not_for_a_browser_or_misleads_is_no_link(string url)
    {
        string text = await MarkdownReports.Of(options: null, PageAuditOutcome.Failed(new Uri(url, UriKind.RelativeOrAbsolute), new SeoAuditException("It is no page.")));

        var report = new ParsedMarkdown(text);
        report.AssertHarmless();
        Assert.Empty(report.Links);
        Assert.Equal(url, ParsedMarkdown.CellsOf(report.Tables[1])[0][3]);
    }

    [Theory]
    [InlineData("https://bank.example@evil.example/", "https://evil.example/")]
    [InlineData("https://name:password@example.com/a", "https://example.com/a")]
    [InlineData("ftp://name:password@example.com/a", "ftp://example.com/a")]
    public async Task A_user_name_and_a_password_are_not_shown(string url, string shown)
    {
        string text = await MarkdownReports.Of(
            new ReportOptions { Gate = new QualityGate { MaxErrors = 0 } }, PageAuditOutcome.Failed(new Uri(url), new SeoAuditException("It is no page.")));

        var report = new ParsedMarkdown(text);
        Assert.Empty(report.Links);
        Assert.Equal(shown, ParsedMarkdown.CellsOf(report.Tables[1])[0][3]);
        Assert.DoesNotContain(new Uri(url).UserInfo, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_too_long_is_left_out()
    {
        var report = new ParsedMarkdown(await MarkdownReports.Of(options: null, Outcomes.Audited("https://example.com/" + new string('a', 2_000), 50)));

        Assert.Empty(report.Links);
        Assert.Equal("example.com/" + new string('a', 88) + "…", ParsedMarkdown.CellsOf(report.Tables[1])[0][0]);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("`")]
    [InlineData("&")]
    [InlineData("(")]
    [InlineData("😀")]
    public async Task However_much_there_is_to_say_it_fits_into_a_comment(string character)
    {
        string longText = string.Concat(Enumerable.Repeat(character, 3_000));
        PageAuditOutcome[] outcomes = [.. Enumerable.Range(0, 300).Select(i => HostileOutcome(i, longText))];
        var options = new ReportOptions
        {
            Title = longText,
            Baseline = Snapshots.Of([.. outcomes.Select(static outcome => Outcomes.Audited(outcome.Url.AbsoluteUri, 99))]),
            Gate = new QualityGate { MinPageScore = 90, RequiredChecks = [.. Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}{longText}"))] },
        };

        string text = await MarkdownReports.Of(options, outcomes);

        Assert.InRange(text.Length, 10_000, 60_000);
        Assert.Contains("more", text, StringComparison.Ordinal);
        new ParsedMarkdown(text).AssertHarmless();
    }

    private static PageAuditOutcome HostileOutcome(int index, string text)
    {
        string url = string.Create(CultureInfo.InvariantCulture, $"https://example.com/{index}?") + Uri.EscapeDataString(text[..Math.Min(text.Length, 200)]);
        return Outcomes.Audited(url, index % 80, index, [.. Enumerable.Range(0, 20).Select(i => Outcomes.Fails(string.Create(CultureInfo.InvariantCulture, $"{i}{text}")))]);
    }
}
