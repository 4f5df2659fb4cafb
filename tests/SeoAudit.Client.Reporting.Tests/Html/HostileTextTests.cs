using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SeoAudit.Client.Reporting.Tests.Html.Support;
#if NET10_0_OR_GREATER
using CsCheck;
#endif

namespace SeoAudit.Client.Reporting.Tests.Html;

/// <summary>Text from pages and services is shown as it is, and is never anything but text.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts => [.. HostilePages.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Text_stays_text_wherever_it_stands(string text) => AssertIsText(text);

#if NET10_0_OR_GREATER
    [Fact]
    public async Task Any_text_stays_text_wherever_it_stands()
    {
        const string markup = "<>\"'&/!-=`\u2028\uD83D\uDE00\0";
        Gen<char> character = Gen.OneOf(Gen.Char, Gen.Char['\0', '\u00FF'], Gen.Int[0, markup.Length - 1].Select(static at => markup[at]));
        Gen<string> any = character.Array[0, 60].Select(static characters => new string(characters));
        Gen<string> seeded = Gen.Select(any, Gen.Int[0, HostilePages.All.Length - 1], any, static (before, at, after) => before + HostilePages.All[at] + after);
        await seeded.SampleAsync(AssertIsText, iter: 60, threads: 1);
    }
#endif

    private static async Task AssertIsText(string text)
    {
        IHtmlDocument hostile = await PageOf(text);
        IHtmlDocument benign = await PageOf("benign");

        Assert.Equal(Shape(benign), Shape(hostile));
        string shown = Shown(text);
        Assert.Equal(shown, hostile.QuerySelector("h1")!.TextContent);
        Assert.Equal(shown, hostile.QuerySelector(".problems .name")!.TextContent);
        Assert.Equal("e.g. " + shown, hostile.QuerySelector(".problems .example")!.TextContent);
        Assert.Equal(shown, hostile.QuerySelector(".errors .example")!.TextContent);
        Assert.Equal(shown, hostile.QuerySelector(".violations code")!.TextContent);
        Assert.Equal(shown, hostile.QuerySelector(".problems [data-check]")!.GetAttribute("data-check"));
        AssertData(PageDataOf.Json(hostile), text);
    }

    private static void AssertData(JsonElement data, string text)
    {
        string whole = Whole(text);
        JsonElement page = data.GetProperty("pages")[0];
        foreach (string field in new[] { "title", "description", "canonical", "ogTitle", "ogDescription", "ogImage", "grade" })
        {
            Assert.Equal(whole, page.GetProperty(field).GetString());
        }

        JsonElement checks = page.GetProperty("checks");
        Assert.Equal(whole, PageDataOf.Check(data, checks[0])[1].GetString());
        Assert.Equal(whole, PageDataOf.Check(data, checks[0])[4].GetString());
        Assert.Equal(whole, PageDataOf.Text(data, checks[2]));
        Assert.Equal(whole, PageDataOf.Text(data, checks[3]));
        Assert.Equal(whole, data.GetProperty("pages")[1].GetProperty("error").GetProperty("message").GetString());
    }

    private static async Task<IHtmlDocument> PageOf(string text)
    {
        string title = string.IsNullOrWhiteSpace(text) ? "x" : text;
        return Rendering.Parse(await Rendering.ToHtmlAsync([HostilePages.Audit(text), HostilePages.Error(text, 1)], HostilePages.Gate(text), HostilePages.Comparison(text), title));
    }

    // The elements and the names of their attributes, in order: text of another kind changes none of them.
    private static string Shape(IHtmlDocument page) =>
        string.Join('\n', page.All.Select(static element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(static attribute => attribute.Name))}"));

    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(static rune => rune.ToString()));

    // As HTML can hold it: control characters have no place in it.
    private static string Shown(string text) =>
        string.Concat(Whole(text).Select(static character => char.IsControl(character) && character is not ('\t' or '\n' or '\r') ? '\uFFFD' : character));
}
