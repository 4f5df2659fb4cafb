using System.Globalization;
using System.Text;

namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>One Allow or Disallow line; <c>*</c> stands for any text and a final <c>$</c> for the end of the path.</summary>
internal sealed class RobotsRule
{
    private readonly string _pattern;
    private readonly bool _anchored;

    public RobotsRule(string pattern, bool allows)
    {
        Allows = allows;
        string normal = Normalize(pattern);
        Length = normal.Length;
        _anchored = normal.EndsWith('$');
        _pattern = _anchored ? normal[..^1] : normal + "*";
    }

    public bool Allows { get; }

    public int Length { get; }

    /// <summary>Brings a path to one spelling: no needless escapes, the rest of them in capitals, all of it ASCII.</summary>
    public static string Normalize(string path)
    {
        var normal = new StringBuilder(path.Length);
        byte[] octets = Encoding.UTF8.GetBytes(path);
        for (int i = 0; i < octets.Length; i++)
        {
            bool escape = octets[i] == '%' && i + 2 < octets.Length
                && char.IsAsciiHexDigit((char)octets[i + 1]) && char.IsAsciiHexDigit((char)octets[i + 2]);
            if (escape)
            {
                byte value = byte.Parse(octets.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                i += 2;
                Append(normal, value, plain: char.IsAsciiLetterOrDigit((char)value) || (char)value is '-' or '.' or '_' or '~');
            }
            else
            {
                Append(normal, octets[i], plain: octets[i] is > 0x20 and < 0x7f and not (byte)'%');
            }
        }

        return normal.ToString();

        static void Append(StringBuilder text, byte octet, bool plain) =>
            _ = plain ? text.Append((char)octet) : text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
    }

    public bool Matches(string path)
    {
        int p = 0, t = 0, star = -1, retry = 0;
        while (t < path.Length)
        {
            if (p < _pattern.Length && _pattern[p] == '*')
            {
                star = p++;
                retry = t;
            }
            else if (p < _pattern.Length && _pattern[p] == path[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }

        return _pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
