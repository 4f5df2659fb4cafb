using System.Buffers;
using System.Text;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>Relative references after RFC 3986.</summary>
internal static class UriReference
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/?%");

    /// <summary>
    /// A page's address without its scheme. The colon before a port is escaped: what stands before it would be taken for a scheme.
    /// </summary>
    public static string OfPage(Uri url)
    {
        string address = url.IsAbsoluteUri
            ? Uri.EscapeDataString(url.Authority) + Escape(url.PathAndQuery)
            : Uri.EscapeDataString(WithoutHalves(url.OriginalString));
        return address.TrimStart('/') is { Length: > 0 } reference ? reference : "page";
    }

    /// <summary>A path in a repository; null where it is empty.</summary>
    public static string? OfFile(string path)
    {
        IEnumerable<string> segments = path.Replace('\\', '/').TrimStart('/').Split('/').Select(static segment => Uri.EscapeDataString(WithoutHalves(segment)));
        return string.Join('/', segments) is { Length: > 0 } reference ? reference : null;
    }

    // What is escaped already stays as it is.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isAllowed = rune.IsAscii && Allowed.Contains((char)rune.Value);
            escaped.Append(isAllowed ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return escaped.ToString();
    }

    private static string WithoutHalves(string text) => string.Concat(text.EnumerateRunes());
}
