#if NET10_0_OR_GREATER
using CsCheck;

namespace SeoAudit.Client.Reporting.Tests.Markdown;

public sealed class MarkdownProperties
{
    private static readonly string[] Pieces =
        ["`", "``", "|", "\\", "[", "](", ")", "<b>", "<!--", "-->", "@user", "#1", "GH-1", "www.x.example", "https://x.example/", "\n", "\n\n", " ", "a", "$", "**", "&#124;", "\u202E", "\uD800"];

    // Any text, and texts of little but what Markdown gives a meaning to.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["`|\\[]()<>!*_~#@&;:$-+=^\"'\n\r ./ahw1"], 0, 60],
        Gen.Int[0, Pieces.Length - 1].Select(static i => Pieces[i])
            .Array[0, 20].Select(string.Concat));

    [Fact]
    public Task No_text_is_anything_but_text() => Text.SampleAsync(HostileRun.AssertHarmlessAsync, iter: 1_000);
}
#endif
