using AngleSharp.Html.Dom;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Auditing.Accessibility;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class AccessibilityTests
{
    private static readonly string[] Impacts = ["minor", "moderate", "serious", "critical"];

    /// <summary>Rule, how many elements break it, and the page.</summary>
    public static TheoryData<string, int, string> Pages => new()
    {
        { "image-alt", 1, "<img src=a>" },
        { "image-alt", 1, "<img src=a alt=' '>" },
        { "image-alt", 1, "<div role=img></div>" },
        { "image-alt", 0, "<img src=a alt><img src=b alt=B><img src=c aria-label=C><img src=d title=D><img src=e role=presentation>" },
        { "image-alt", 0, "<div hidden><img src=a></div><div aria-hidden=true><img src=a></div><p style='display : none'><img src=a></p>" },
        { "image-alt", 1, "<b id=x>X</b><img src=a aria-labelledby='y x'><img src=b aria-labelledby=y>" },
        { "input-image-alt", 1, "<input type=image src=a>" },
        { "input-image-alt", 0, "<input type=image src=a alt=Go>" },
        { "area-alt", 1, "<map><area href=/a><area></map>" },
        { "area-alt", 0, "<map><area href=/a alt=A></map>" },
        { "label", 2, "<input><textarea></textarea>" },
        { "label", 1, "<label for=a></label><input id=a>" },
        { "label", 0, "<label for=a>A</label><input id=a><label>B <input></label><input aria-label=C><input title=D>" },
        { "label", 0, "<input type=hidden><input type=SUBMIT><input type=button value=x><input type=image alt=x>" },
        { "select-name", 1, "<select><option>1</select>" },
        { "select-name", 0, "<label>Size <select><option>1</select></label>" },
        { "button-name", 2, "<button></button><div role=button> </div>" },
        { "button-name", 0, "<button>Go</button><button><img alt=Go></button><button title=Go></button>" },
        { "button-name", 1, "<button><img alt><span aria-hidden=true>x</span></button>" },
        { "input-button-name", 2, "<input type=button><input type=submit value=''>" },
        { "input-button-name", 0, "<input type=button value=Go><input type=submit>" },
        { "html-has-lang", 1, "<html>" },
        { "html-has-lang", 1, "<html lang=''>" },
        { "html-has-lang", 0, "<html lang=en>" },
        { "html-lang-valid", 1, "<html lang=e>" },
        { "html-lang-valid", 0, "<html lang=en-GB-oxendict>" },
        { "document-title", 1, "<p>x" },
        { "document-title", 0, "<title>x</title>" },
        { "meta-viewport", 1, "<meta name=viewport content='width=device-width, user-scalable=no'>" },
        { "meta-viewport", 1, "<meta name=viewport content='user-scalable=0;'>" },
        { "meta-viewport", 1, "<meta name=viewport content='maximum-scale=1.0'>" },
        { "meta-viewport", 0, "<meta name=viewport content='width=device-width, user-scalable=yes, maximum-scale=5'>" },
        { "meta-refresh", 1, "<meta http-equiv=refresh content='30; url=/b'>" },
        { "meta-refresh", 0, "<meta http-equiv=refresh content='0; url=/b'>" },
        { "link-name", 2, "<a href=/a></a><a href=/b><img src=x alt></a>" },
        { "link-name", 0, "<div id=d><a href=/a aria-labelledby=d></a><p>x</div>" },
        { "link-name", 2, "<div id=d><a href=/a aria-labelledby=d></a><a href=/b id=e aria-labelledby='e d'></a></div>" },
        { "link-name", 0, "<a href=/a>A</a><a href=/b><img src=x alt=B></a><a href=/c aria-label=C></a><a></a>" },
        { "frame-title", 1, "<iframe src=a></iframe>" },
        { "frame-title", 0, "<iframe src=a title=Map></iframe>" },
        { "empty-heading", 1, "<h2></h2>" },
        { "empty-heading", 0, "<h2>x</h2>" },
        { "duplicate-id", 1, "<p id=a><p id=a><p id=a><p id=b>" },
        { "duplicate-id", 0, "<p id=a><p id=A>" },
        { "landmark-one-main", 1, "<p>x" },
        { "landmark-one-main", 1, "<main></main><div role=main></div>" },
        { "landmark-one-main", 0, "<main></main>" },
        { "bypass", 1, "<a href='#nowhere'>Skip</a>" },
        { "bypass", 0, "<a href='#content'>Skip</a><div id=content></div>" },
        { "bypass", 0, "<h1>x</h1>" },
        { "list", 2, "<ul><div></div></ul><ol>text</ol>" },
        { "list", 0, "<ul> <li>a</li><!-- x --><script></script></ul><ul role=tree><div></div></ul>" },
        { "listitem", 1, "<div><li>a</div>" },
        { "listitem", 0, "<ul><li>a</ul><menu><li>b</menu><div role=list><li>c</div><div><li role=tab>d</div>" },
        { "definition-list", 1, "<dl><p>x</dl>" },
        { "definition-list", 0, "<dl><dt>a<dd>b<div><dt>c<dd>d</div></dl>" },
        { "tabindex", 1, "<p tabindex=3>" },
        { "tabindex", 0, "<p tabindex=0><p tabindex=-1><p tabindex=x>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void FindsViolations(string rule, int count, string html)
    {
        Assert.Equal(count, Run(html).SingleOrDefault(violation => violation.Id == rule)?.Nodes.Count ?? 0);
    }

    [Fact]
    public void EveryRuleIsSeenToComplain()
    {
        IEnumerable<string> complained = Pages.Where(row => row.Data.Item2 > 0).Select(row => row.Data.Item1);

        Assert.Empty(AccessibilityRules.All.Select(rule => rule.Id).Except(complained, StringComparer.Ordinal));
    }

    [Fact]
    public void RulesAreWellFormed()
    {
        Assert.All(AccessibilityRules.All, rule =>
        {
            Assert.Contains(rule.Impact, Impacts, StringComparer.Ordinal);
            Assert.Equal("https://dequeuniversity.com/rules/axe/4.4/" + rule.Id, rule.HelpUrl.AbsoluteUri);
            Assert.NotEmpty(rule.Help);
            Assert.All(rule.WcagTags, tag => Assert.Matches("^(wcag(2a{1,2}|[0-9]{3,4})|best-practice)$", tag));
        });
    }

    [Theory]
    [InlineData("<div><p>a<p><img></div>")]
    [InlineData("<div id=x><img></div>")]
    [InlineData("<img id='1a'>")]
    [InlineData("<img id='-1'>")]
    [InlineData("<img id='-'>")]
    [InlineData("<img id='a b\"]>.#:é'>")]
    [InlineData("<p id=a><p id=a><img>")]
    [InlineData("<x-1:y><img></x-1:y>")]
    [InlineData("<img alt=1><section><img alt=2></section><img>")]
    public void SelectorsFindTheElementAgain(string html)
    {
        AccessibilityNode node = Run(html).Single(violation => violation.Id == "image-alt").Nodes.Single();
        using IHtmlDocument document = PageParser.Parse(html);

        AngleSharp.Dom.IElement found = Assert.Single(document.QuerySelectorAll(Assert.Single(node.Target)));
        Assert.Equal("img", found.LocalName);
        Assert.False(found.HasAttribute("alt"));
    }

    [Theory]
    [InlineData("<img src=a class='b c'>", "image-alt", "<img src=\"a\" class=\"b c\">")]
    [InlineData("<a href='/x'><i></i></a>", "link-name", "<a href=\"/x\">")]
    public void ShowsTheOpeningTagAlone(string html, string rule, string expected)
    {
        Assert.Equal(expected, Run(html).Single(violation => violation.Id == rule).Nodes.Single().Html);
    }

    [Fact]
    public void CutsEndlessTags()
    {
        string tag = Run($"<img src='data:image/png;base64,{new string('A', 5000)}'>").Single(violation => violation.Id == "image-alt").Nodes.Single().Html;

        Assert.Equal(300, tag.Length);
        string pairs = Run($"<img src='{string.Concat(Enumerable.Repeat("🌱", 500))}'>").Single(violation => violation.Id == "image-alt").Nodes.Single().Html;
        Assert.False(char.IsHighSurrogate(pairs[^2]));
    }

    private static List<AccessibilityViolation> Run(string html)
    {
        using IHtmlDocument document = PageParser.Parse(html);
        return [.. AccessibilityRules.Run(document)];
    }
}
