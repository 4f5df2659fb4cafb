using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Tests.Html.Support;

namespace SeoAudit.Client.Reporting.Tests.Html;

/// <summary>What makes the page safe whatever it shows.</summary>
public sealed class SafetyTests
{
    [Fact]
    public async Task The_policy_allows_the_one_script_and_the_one_style_and_nothing_else()
    {
        IHtmlDocument page = Rendering.Parse(await Rendering.ToHtmlAsync(SampleRun.Of(5)));

        string policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        string script = Assert.Single(page.Scripts, static script => script.Type is null or "").TextContent;
        string style = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        Assert.Equal(
            $"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            policy);
    }

    [Fact]
    public async Task The_policy_stands_before_all_that_it_is_about()
    {
        string html = await Rendering.ToHtmlAsync([]);

        int policy = html.IndexOf("http-equiv", StringComparison.Ordinal);
        Assert.InRange(policy, 1, html.IndexOf("<link", StringComparison.Ordinal));
        Assert.InRange(policy, 1, html.IndexOf("<style", StringComparison.Ordinal));
        Assert.InRange(policy, 1, html.IndexOf("<script", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_element_carries_style_or_script_of_its_own()
    {
        IHtmlDocument page = Rendering.Parse(await Rendering.ToHtmlAsync(SampleRun.Of(60), SampleSummaries.FailedGate(), SampleSummaries.Comparison()));

        Assert.DoesNotContain(page.All.SelectMany(static element => element.Attributes), static attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "src" or "srcset" or "action");
        Assert.Equal(["data:,"], page.QuerySelectorAll("link").Select(static link => link.GetAttribute("href")), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_file_is_ASCII_whatever_the_pages_say()
    {
        string html = await Rendering.ToHtmlAsync([.. HostilePages.All.Select(static (text, index) => HostilePages.Audit(text, index))], Rendering.Options("\u65E5\u672C\u8A9E"));

        Assert.DoesNotContain(html, static character => character > 0x7F);
        Assert.Equal("\u65E5\u672C\u8A9E", Rendering.Parse(html).Title);
    }

    [Fact]
    public void The_script_makes_no_markup_of_text()
    {
        foreach (string sink in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "DOMParser", ".style", "setTimeout", "fetch(", "XMLHttpRequest", "import(" })
        {
            Assert.DoesNotContain(sink, Assets.Script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Neither_asset_ends_the_element_that_it_stands_in()
    {
        foreach (string asset in new[] { Assets.Script, Assets.Style })
        {
            Assert.DoesNotContain("</s", asset, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--", asset, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', asset);
        }

        Assert.DoesNotContain("url(", Assets.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", Assets.Style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_long_texts_are_shortened()
    {
        string text = new('x', 20_000);
        string html = await Rendering.ToHtmlAsync([HostilePages.Audit(text), HostilePages.Error(text, 1)]);

        // Addresses are not: a link must lead to the page.
        Assert.InRange(html.Replace(text, string.Empty, StringComparison.Ordinal).Length, 1, 120_000);
        Assert.Equal(1_999, PageDataOf.Json(Rendering.Parse(html)).GetProperty("pages")[0].GetProperty("title").GetString()!.TrimEnd('\u2026').Length);
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
