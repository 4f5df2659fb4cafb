using System.Globalization;
using System.Text;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Jobs;

/// <summary>
/// A URL as a line of plain ASCII, whatever was handed in: every <see cref="Uri"/> comes back as it was, also one that no service would
/// take.
/// </summary>
internal static class UrlLine
{
    // No URL that is written begins with it: a backslash of its own is escaped.
    private const string RelativeMark = "\\.";

    public static string Write(Uri url)
    {
        string text = url.OriginalString;
        if (url.IsAbsoluteUri && text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var line = new StringBuilder(url.IsAbsoluteUri ? string.Empty : RelativeMark);
        foreach (char letter in text)
        {
            if (letter is >= '!' and <= '~' and not '\\')
            {
                line.Append(letter);
            }
            else
            {
                line.Append('\\').Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return line.ToString();
    }

    /// <exception cref="FormatException">The line is none that was written here.</exception>
    public static Uri Read(string line)
    {
        bool isRelative = line.StartsWith(RelativeMark, StringComparison.Ordinal);
        ReadOnlySpan<char> rest = isRelative ? line.AsSpan(RelativeMark.Length) : line;
        string text = rest.Contains('\\') ? Unescape(rest) : rest.ToString();
        return UrlText.TryRead(text, isRelative ? UriKind.Relative : UriKind.Absolute) ?? throw new FormatException("The line is no URL.");
    }

    private static string Unescape(ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] != '\\')
            {
                text.Append(line[index]);
                continue;
            }

            if (index + 4 >= line.Length || !ushort.TryParse(line.Slice(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort letter))
            {
                throw new FormatException("The line is no URL.");
            }

            text.Append((char)letter);
            index += 4;
        }

        return text.ToString();
    }
}
