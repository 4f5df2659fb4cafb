using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SeoAudit.Emulator.Pdf;

namespace SeoAudit.Emulator.Tests.Pdf;

public sealed partial class PdfDocumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public async Task OffsetsPointAtTheirObjects(int lines)
    {
        string file = await WriteAsync("Audit (of a) \\ site", [.. Enumerable.Range(0, lines).Select(i => $"Line {i}")]);

        Assert.StartsWith("%PDF-1.4\n", file, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", file, StringComparison.Ordinal);
        int table = int.Parse(TableOffset().Match(file).Groups["offset"].Value, CultureInfo.InvariantCulture);
        string[] entries = file[table..].Split('\n');
        Assert.Equal("xref", entries[0]);
        int size = int.Parse(entries[1].Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.Contains($"/Size {size} ", file[table..], StringComparison.Ordinal);
        for (int number = 1; number < size; number++)
        {
            Assert.Equal(19, entries[number + 2].Length);
            int offset = int.Parse(entries[number + 2][..10], CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", file[offset..], StringComparison.Ordinal);
        }

        Assert.StartsWith("trailer", entries[size + 2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task StreamLengthsAreTrue()
    {
        string file = await WriteAsync("Title", [.. Enumerable.Range(0, 200).Select(i => $"Zeile {i} – schön")]);

        MatchCollection streams = Streams().Matches(file);
        Assert.NotEmpty(streams);
        Assert.All(streams, stream => Assert.Equal(stream.Groups["length"].Value, stream.Groups["content"].Length.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(500, 10)]
    public async Task BreaksPages(int lines, int pages)
    {
        string file = await WriteAsync("Title", [.. Enumerable.Repeat("Line", lines)]);

        Assert.Contains($"/Count {pages} ", file, StringComparison.Ordinal);
        Assert.Equal(pages, Regex.Count(file, "/Type /Page "));
        Assert.Equal(lines, Regex.Count(file, @"\(Line\) Tj"));
    }

    [Theory]
    [InlineData("plain", "(plain)")]
    [InlineData("(a) \\ b", "(\\(a\\) \\\\ b)")]
    [InlineData("é € “x”", "(\\351 \\200 \\223x\\224)")]
    [InlineData("日本 Ā", "(?? ?)")]
    [InlineData("a\u0001\u007f\u0081b", "(a???b)")]
    [InlineData("", "()")]
    public void EscapesStrings(string text, string literal)
    {
        Assert.Equal(literal, PdfText.Literal(text));
    }

    [Fact]
    public async Task TitleKeepsEveryCharacter()
    {
        Assert.Contains("/Title <FEFF65E500E9>", await WriteAsync("日é", []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("short", 1)]
    [InlineData("two\r\nlines\n", 3)]
    public void BreaksAtLineEnds(string text, int lines)
    {
        Assert.Equal(lines, HelveticaText.Wrap(text, 10, 495).Count());
    }

    [Fact]
    public void BreaksAtSpacesAndInsideEndlessWords()
    {
        Assert.Equal(["iii iii", "iii"], HelveticaText.Wrap("iii iii iii", 10, 17), StringComparer.Ordinal);
        Assert.Equal(["WW", "WW", "W"], HelveticaText.Wrap("WWWWW", 10, 20), StringComparer.Ordinal);
        Assert.All(HelveticaText.Wrap(new string('W', 1000), 10, 495), line => Assert.InRange(line.Length, 1, 52));
        Assert.Equal(["W", "W"], HelveticaText.Wrap("WW", 10, 1), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"startxref\n(?<offset>\d+)\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableOffset();

    [GeneratedRegex(@"/Length (?<length>\d+) >>\nstream\n(?<content>.*?)\nendstream", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Streams();

    private static async Task<string> WriteAsync(string title, string[] lines)
    {
        using var stream = new MemoryStream();
        await new PdfDocument(title, lines).WriteToAsync(stream, CancellationToken.None);
        return Encoding.Latin1.GetString(stream.ToArray());
    }
}
