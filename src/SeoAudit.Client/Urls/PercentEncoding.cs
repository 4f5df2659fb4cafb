using System.Buffers;
using System.Text;

namespace SeoAudit.Client.Urls;

/// <summary>The canonical escapes of a path and query that <see cref="Uri"/> has escaped already; RFC 3986, section 6.2.2.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> UnreservedCharacters = SearchValues.Create(Unreserved);

    // The reserved ones but for #, which only a fragment starts with.
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(Unreserved + ":/?[]@!$&'()*+,;=");

    /// <summary>Whether nothing is left to escape, to decode or to write in upper case.</summary>
    public static bool IsCanonical(ReadOnlySpan<char> text)
    {
        for (; ; )
        {
            int odd = text.IndexOfAnyExcept(PlainCharacters);
            if (odd < 0)
            {
                return true;
            }

            text = text[odd..];
            if (!TryReadEscape(text, out char decoded)
                || UnreservedCharacters.Contains(decoded)
                || char.IsAsciiLetterLower(text[1])
                || char.IsAsciiLetterLower(text[2]))
            {
                return false;
            }

            text = text[3..];
        }
    }

    /// <summary>Writes escapes in upper case and decodes those of unreserved characters.</summary>
    public static string Normalize(string text)
    {
        if (IsCanonical(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (!TryReadEscape(text.AsSpan(index), out char decoded))
            {
                result.Append(text[index]);
                continue;
            }

            if (UnreservedCharacters.Contains(decoded))
            {
                result.Append(decoded);
            }
            else
            {
                result.Append('%').Append(char.ToUpperInvariant(text[index + 1])).Append(char.ToUpperInvariant(text[index + 2]));
            }

            index += 2;
        }

        return result.ToString();
    }

    private static bool TryReadEscape(ReadOnlySpan<char> text, out char decoded)
    {
        decoded = default;
        if (text is not ['%', var high, var low, ..] || !char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low))
        {
            return false;
        }

        decoded = (char)((HexValue(high) << 4) | HexValue(low));
        return true;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
