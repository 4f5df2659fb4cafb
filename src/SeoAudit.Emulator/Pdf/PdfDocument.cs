using System.Globalization;
using System.Text;

namespace SeoAudit.Emulator.Pdf;

/// <summary>A PDF 1.4 file of plain text on A4 pages, with a title at its top.</summary>
internal sealed class PdfDocument(string title, IReadOnlyList<string> lines)
{
    private const int Margin = 50;
    private const int PageWidth = 595;
    private const int PageHeight = 842;
    private const int TitleSize = 16;
    private const int TextSize = 10;
    private const int Leading = 14;

    // The catalog, the page tree, the font and the document information come before the pages.
    private const int FirstPageObject = 5;

    /// <summary>Writes the file; the stream stays open.</summary>
    public async Task WriteToAsync(Stream output, CancellationToken cancellationToken)
    {
        List<List<PdfLine>> pages = Paginate();
        var file = new PdfObjectWriter();
        string kids = string.Join(' ', pages.Select((_, index) => FormattableString.Invariant($"{PageObject(index)} 0 R")));
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add(FormattableString.Invariant($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>"));
        file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        file.Add($"<< /Title {PdfText.Unicode(title)} /Producer (SeoAudit.Emulator) >>");
        for (int i = 0; i < pages.Count; i++)
        {
            file.Add(FormattableString.Invariant(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PageWidth} {PageHeight}]\n")
                + FormattableString.Invariant($"/Resources << /Font << /F1 3 0 R >> >> /Contents {PageObject(i) + 1} 0 R >>"));
            string content = Render(pages[i]);
            file.Add(FormattableString.Invariant($"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));
        }

        await output.WriteAsync(file.Finish(root: 1, info: 4), cancellationToken).ConfigureAwait(false);
    }

    private static int PageObject(int index) => FirstPageObject + (2 * index);

    private List<List<PdfLine>> Paginate()
    {
        const int width = PageWidth - (2 * Margin);
        IEnumerable<PdfLine> all = HelveticaText.Wrap(title, TitleSize, width).Select(text => new PdfLine(text, TitleSize))
            .Append(new PdfLine("", TextSize))
            .Concat(lines.SelectMany(line => HelveticaText.Wrap(line, TextSize, width)).Select(text => new PdfLine(text, TextSize)));

        var pages = new List<List<PdfLine>>();
        int left = 0;
        foreach (PdfLine line in all)
        {
            if (left < line.Height)
            {
                pages.Add([]);
                left = PageHeight - (2 * Margin);
            }

            pages[^1].Add(line);
            left -= line.Height;
        }

        return pages;
    }

    private static string Render(List<PdfLine> lines)
    {
        var content = new StringBuilder("BT\n");
        content.Append(CultureInfo.InvariantCulture, $"{Margin} {PageHeight - Margin} Td\n");
        foreach (PdfLine line in lines)
            content.Append(CultureInfo.InvariantCulture, $"/F1 {line.Size} Tf 0 -{line.Height} Td {PdfText.Literal(line.Text)} Tj\n");
        return content.Append("ET").ToString();
    }

    private readonly record struct PdfLine(string Text, int Size)
    {
        public int Height => Size + Leading - TextSize;
    }
}
