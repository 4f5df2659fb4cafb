namespace SeoAudit.Emulator.Pdf;

/// <summary>Breaks text into lines that fit, by the widths of Helvetica.</summary>
internal static class HelveticaText
{
    private const int WidestCharacter = 1000;
    private const int UnitsPerEm = 1000;

    // From space to tilde, in thousandths of the font size.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Breaks at line ends and spaces, and inside a word only where it is longer than a line.</summary>
    public static IEnumerable<string> Wrap(string text, int size, int width)
    {
        int limit = width * UnitsPerEm / size;
        return text.ReplaceLineEndings("\n").Replace('\t', ' ').Split('\n').SelectMany(line => WrapLine(line, limit));
    }

    private static IEnumerable<string> WrapLine(string line, int limit)
    {
        int start = 0, lastSpace = -1, used = 0;
        for (int i = 0; i < line.Length; i++)
        {
            used += WidthOf(line[i]);
            if (line[i] == ' ')
                lastSpace = i;
            if (used <= limit || i == start)
                continue;
            int end = lastSpace > start ? lastSpace : i;
            yield return line[start..end];
            start = end == lastSpace ? end + 1 : end;
            used = 0;
            for (int j = start; j <= i; j++)
                used += WidthOf(line[j]);
        }

        yield return line[start..];
    }

    private static int WidthOf(char c) => c - ' ' is var index && index >= 0 && index < Widths.Length ? Widths[index] : WidestCharacter;
}
