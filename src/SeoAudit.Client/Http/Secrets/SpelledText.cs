using System.Globalization;

namespace SeoAudit.Client.Http.Secrets;

/// <summary>A text, and where in the text that it was first each of its characters began.</summary>
internal sealed class SpelledText
{
    private readonly char[] _characters;
    private readonly int[] _starts;
    private int _length;

    public SpelledText(string text)
        : this(text.Length)
    {
        for (var index = 0; index < text.Length; index++)
        {
            Add(text[index], index);
        }

        _starts[_length] = text.Length;
    }

    private SpelledText(int capacity)
    {
        _characters = new char[capacity];
        _starts = new int[capacity + 1];
    }

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _length);

    /// <summary>Where a character began; for the end, where the text did end.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>The text without one layer of escapes; null where it has none of that kind.</summary>
    public SpelledText? Decode(Escaping escaping)
    {
        if (!Characters.Contains((char)escaping))
        {
            return null;
        }

        var decoded = new SpelledText(_length);
        for (var index = 0; index < _length;)
        {
            bool begins = _characters[index] == (char)escaping;
            (int character, int length) = begins ? Next(Characters[index..]) : (_characters[index], 1);
            if (character >= 0)
            {
                decoded.Add((char)character, _starts[index]);
            }

            index += length;
        }

        decoded._starts[decoded._length] = _starts[_length];
        return decoded._length < _length ? decoded : null;
    }

    private static (int Character, int Length) Next(ReadOnlySpan<char> text) => text switch
    {
        ['\0', ..] => (-1, 1),
        ['\\' or '%', 'u' or 'U', ..] when Hex(text, 2, 4) is >= 0 and var unit => (unit, 6),
        ['\\', 'x' or 'X', ..] when Hex(text, 2, 2) is >= 0 and var unit => (unit, 4),
        ['\\', '/' or '\\' or '"' or '\'', ..] => (text[1], 2),
        ['%', ..] when Hex(text, 1, 2) is >= 0 and var unit => (unit, 3),
        ['&', ..] => Entity(text),
        _ => (text[0], 1),
    };

    private static (int Character, int Length) Entity(ReadOnlySpan<char> text)
    {
        const int Longest = 12;
        int end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        int character = end < 0 ? -1 : text[1..end] switch
        {
            "amp" => '&',
            "quot" => '"',
            "apos" => '\'',
            "lt" => '<',
            "gt" => '>',
            "sol" => '/',
            "lowbar" => '_',
            ['#', 'x' or 'X', .. var digits] => Number(digits, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Number(digits, NumberStyles.None),
            _ => -1,
        };
        return character < 0 ? (text[0], 1) : (character, end + 1);
    }

    private static int Hex(ReadOnlySpan<char> text, int start, int length) =>
        text.Length < start + length ? -1 : Number(text.Slice(start, length), NumberStyles.AllowHexSpecifier);

    private static int Number(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out int number) && number is >= 0 and <= char.MaxValue ? number : -1;

    private void Add(char character, int start)
    {
        _characters[_length] = character;
        _starts[_length++] = start;
    }
}
