using System.Text;

namespace SeoAudit.Client.Http.Secrets;

/// <summary>
/// Takes a key out of a text, however it is spelled there: as it is, in other case, escaped once or more, or as base64 or hexadecimal
/// digits.
/// </summary>
internal sealed class KeyMask
{
    /// <summary>How many characters may stand for one of the key.</summary>
    public const int LongestSpelling = 36;

    private static readonly Escaping[] Escapings = Enum.GetValues<Escaping>();

    private const string Mask = "***";

    // Escapes within escapes, as a proxy's error page makes of a service's.
    private const int MaxLayers = 3;

    // Shorter forms stand in other words too.
    private const int MinForm = 8;

    private readonly HashSet<string> _spellings = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _room;
    private readonly HashSet<string> _base64 = new(StringComparer.Ordinal);

    public KeyMask(string key)
    {
        _spellings.Add(key);
        _room = key.Length * LongestSpelling;
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        if (key.Length >= MinForm)
        {
            _spellings.Add(Convert.ToHexString(bytes));
        }

        for (var before = 0; before < 3; before++)
        {
            AddBase64(bytes, before);
        }
    }

    /// <summary>The text, or its beginning, without the key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where to end; a key that only begins before it is taken out whole.</param>
    public string Apply(string text, int end)
    {
        var found = new List<Range>();
        Search(new SpelledText(text.Length - end > _room ? text[..(end + _room)] : text), 0, found);
        return found.Count == 0 ? text[..end] : Masked(text, end, found);
    }

    private void Search(SpelledText layer, int layers, List<Range> found)
    {
        foreach (string spelling in _spellings)
        {
            Find(layer, spelling, StringComparison.OrdinalIgnoreCase, found);
        }

        foreach (string form in _base64)
        {
            Find(layer, form, StringComparison.Ordinal, found);
        }

        for (var index = 0; index < Escapings.Length && layers < MaxLayers; index++)
        {
            if (layer.Decode(Escapings[index]) is { } decoded)
            {
                Search(decoded, layers + 1, found);
            }
        }
    }

    private static void Find(SpelledText layer, string form, StringComparison comparison, List<Range> found)
    {
        ReadOnlySpan<char> rest = layer.Characters;
        for (int at, passed = 0; (at = rest.IndexOf(form, comparison)) >= 0;)
        {
            found.Add(layer.Start(passed + at)..layer.Start(passed + at + form.Length));
            passed += at + form.Length;
            rest = layer.Characters[passed..];
        }
    }

    private static string Masked(string text, int end, List<Range> found)
    {
        found.Sort(static (one, other) => one.Start.Value.CompareTo(other.Start.Value));
        var masked = new StringBuilder(text.Length);
        var passed = 0;
        foreach (Range range in found)
        {
            int start = range.Start.Value;
            if (start >= end)
            {
                break;
            }

            if (start >= passed)
            {
                masked.Append(text, passed, start - passed).Append(Mask);
            }

            passed = Math.Max(passed, range.End.Value);
        }

        return masked.Append(text, Math.Min(passed, end), Math.Max(0, end - passed)).ToString();
    }

    // In base64 a text looks different by how many bytes stand before it; its first and last digits also by what they are.
    private void AddBase64(byte[] key, int before)
    {
        string digits = Convert.ToBase64String([.. new byte[before], .. key]);
        int first = ((before * 8) + 5) / 6;
        int whole = (before + key.Length) * 8 / 6;
        if (whole - first >= MinForm)
        {
            string own = digits[first..whole];
            _base64.Add(own);
            _base64.Add(own.Replace('+', '-').Replace('/', '_'));
        }
    }
}
