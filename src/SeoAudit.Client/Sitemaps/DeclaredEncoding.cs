using System.Text;
using System.Text.RegularExpressions;

namespace SeoAudit.Client.Sitemaps;

/// <summary>The encoding that an XML declaration names, where the platform's XML reader would trip over it.</summary>
internal static partial class DeclaredEncoding
{
    /// <param name="head">The beginning of a document in single bytes.</param>
    /// <returns>What to decode it with; null where its reader knows.</returns>
    public static Encoding? Override(string head)
    {
        if (Declaration().Match(head) is not { Success: true } declaration)
        {
            return null;
        }

        string name = declaration.Groups["name"].Value;
        if (Known(name) is { } known)
        {
            // Many programs write a declaration for the text in their memory, and then the text in another encoding.
            return known.IsSingleByte || known.GetByteCount("<") == 1 ? null : Encoding.UTF8;
        }

        // The platform has these at hand, but its XML reader does not ask for them.
        return CodePagesEncodingProvider.Instance.GetEncoding(name);
    }

    private static Encoding? Known(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^<\?xml\s[^>]*?\bencoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
