using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SeoAudit.Client.Reporting.Tests.Markdown;

/// <summary>A report as a parser with every extension sees it.</summary>
internal sealed partial class ParsedMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley().Build();

    private readonly string _text;
    private readonly MarkdownDocument _document;

    public ParsedMarkdown(string text)
    {
        _text = text;
        _document = Markdig.Markdown.Parse(text, Pipeline);
        Tables = [.. _document.Descendants<Table>()];
        Links = [.. _document.Descendants<LinkInline>()];
    }

    public IReadOnlyList<Table> Tables { get; }

    public IReadOnlyList<LinkInline> Links { get; }

    /// <summary>What is shown of each cell, row by row.</summary>
    public static string[][] CellsOf(Table table) =>
        [.. table.OfType<TableRow>().Skip(1).Select(static row => row.OfType<TableCell>().Select(TextOf).ToArray())];

    /// <summary>What is shown of a part of the document.</summary>
    public static string TextOf(MarkdownObject part)
    {
        var text = new StringBuilder();
        foreach (Inline inline in part.Descendants<Inline>())
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    /// <summary>Everything is what the report means it to be: nothing that came from outside is markup, a link, or a mention.</summary>
    public void AssertHarmless()
    {
        Assert.Equal("<!-- seoaudit-report -->", Assert.Single(_document.Descendants<HtmlBlock>()).Lines.ToString());
        Assert.Empty(_document.Descendants<HtmlInline>());
        Assert.Empty(_document.Descendants<AutolinkInline>());
        Assert.Empty(_document.Descendants<CodeBlock>());
        Assert.All(_document.Descendants<Inline>(), static inline => Assert.Contains(inline.GetType(), Expected));
        Assert.All(Links, static link =>
        {
            Assert.False(link.IsImage || link.IsAutoLink);
            Assert.Matches("^https?://[a-z]", link.Url);
            Assert.All(link, static label => Assert.True(label is CodeInline or HtmlEntityInline));
        });
        Assert.All(Tables, static table => Assert.All(table.OfType<TableRow>(), row => Assert.Equal(((TableRow)table[0]).Count, row.Count)));
        AssertCellsHoldNoPipe();
        Assert.DoesNotMatch(Reference(), Shown());
    }

    private static readonly Type[] Expected =
        [typeof(LiteralInline), typeof(CodeInline), typeof(LinkInline), typeof(EmphasisInline), typeof(HtmlEntityInline), typeof(LineBreakInline), typeof(ContainerInline)];

    // What a host reads as more than text, outside code and links.
    [GeneratedRegex(@"@\w|#\d|GH-\d|https?:/|www\.", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Reference();

    // Not all parsers let code keep a pipe to itself, and they differ in what a backslash before one means.
    private void AssertCellsHoldNoPipe()
    {
        int columns = 0;
        foreach (string line in _text.Split('\n'))
        {
            int pipes = line.Count(static c => c == '|');
            Assert.True(pipes == 0 || (line.StartsWith("| ", StringComparison.Ordinal) && line.EndsWith(" |", StringComparison.Ordinal)), line);
            Assert.True(pipes == 0 || columns == 0 || pipes == columns, line);
            columns = pipes;
        }
    }

    private string Shown()
    {
        var text = new StringBuilder();
        foreach (LeafBlock block in _document.Descendants<LeafBlock>())
        {
            foreach (Inline inline in block.Inline?.Descendants<Inline>().Where(static inline => inline.Parent is not LinkInline) ?? [])
            {
                text.Append(inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    _ => " ",
                });
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
