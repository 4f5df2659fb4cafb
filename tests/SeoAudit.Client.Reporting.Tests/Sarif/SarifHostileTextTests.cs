using System.Text.Json;
using SeoAudit.Client.Reporting.Sarif;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Sarif;

public sealed class SarifHostileTextTests
{
    [Theory]
    [InlineData("See [here](javascript:alert(1))", "See [here] (javascript:alert(1))")]
    [InlineData(@"[a\](b)", @"[a\] (b)")]
    [InlineData("[a](b)](c)", "[a] (b)] (c)")]
    [InlineData("array[0] and (more)", "array[0] and (more)")]
    [InlineData("{0} and }", "{{0}} and }}")]
    [InlineData(" a\r\n\tb\0c\u2028d ", "a b c d")]
    [InlineData("", "")]
    public void No_message_has_a_link_a_placeholder_or_a_second_line(string text, string expected) => Assert.Equal(expected, SarifText.Message(text, 100));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd\u2026")]
    [InlineData("abc\U0001F600f", 5, "abc\u2026")]
    public void A_long_text_is_cut_between_characters(string text, int max, string expected) => Assert.Equal(expected, SarifText.Line(text, max));

    [Fact]
    public void Halves_of_characters_are_replaced() => Assert.Equal("\uFFFDx\uFFFD", SarifText.Line("\ud800x\udc00", 100));

    [Fact]
    public void In_markdown_a_text_cannot_leave_its_quotes() => Assert.Equal("`a'' <img src=x> [b] (c)`", SarifText.Code("a`` <img src=x>\n\n[b](c)", 100));

    [Fact]
    public async Task A_link_cannot_be_made_of_several_texts()
    {
        PageCheck check = Outcomes.Fails("[a]") with { Message = "](b) [c]" };

        JsonElement run = await SarifReport.RunAsync([Outcomes.Audited("https://example.com/](x)", 1, 0, check)]);

        Assert.Equal("[a]: ] (b) [c]. Page: https://example.com/] (x)", Assert.Single(run.Results()).Text("message", "text"));
    }
}
