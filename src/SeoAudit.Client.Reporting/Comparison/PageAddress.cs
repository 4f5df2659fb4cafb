using System.Globalization;
using System.Text;

namespace SeoAudit.Client.Reporting.Comparison;

/// <summary>The one text for all spellings of a page's address, by which pages are told apart.</summary>
/// <remarks>
/// Scheme and host are in lower case, the host in ASCII; a default port and a fragment are gone; escapes are in upper case, and those
/// of letters, digits, <c>-</c>, <c>.</c>, <c>_</c> and <c>~</c> are decoded. What is no web address is compared as it was written.
/// </remarks>
internal static class PageAddress
{
    public static string Of(Uri url)
    {
        if (!IsWeb(url))
        {
            return url.OriginalString;
        }

        string user = url.UserInfo.Length == 0 ? string.Empty : url.UserInfo + "@";
        string port = url.IsDefaultPort ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{url.Port}");
        string address = $"{url.Scheme}://{user}{HostOf(url)}{port}{PathAndQueryOf(url)}";

        // The usual case: one text rather than two for every page that is kept.
        return address == url.OriginalString ? url.OriginalString : address;
    }

    /// <summary>The address without scheme, user, host and port.</summary>
    public static string PathAndQueryOf(Uri url) => IsWeb(url) ? Normalize(url.PathAndQuery) : url.OriginalString;

    public static bool IsWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static string HostOf(Uri url)
    {
        try
        {
            return (url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost).ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            // Addresses are read without a look at whether the host can be a domain name.
            return url.Host.ToLowerInvariant();
        }
    }

    private static string Normalize(string pathAndQuery)
    {
        if (!pathAndQuery.Contains('%', StringComparison.Ordinal))
        {
            return pathAndQuery;
        }

        var text = new StringBuilder(pathAndQuery.Length);
        for (int i = 0; i < pathAndQuery.Length; i++)
        {
            if (pathAndQuery[i] == '%'
                && i + 2 < pathAndQuery.Length
                && byte.TryParse(pathAndQuery.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                AppendEscaped(text, value);
                i += 2;
            }
            else
            {
                text.Append(pathAndQuery[i]);
            }
        }

        return text.ToString();
    }

    private static void AppendEscaped(StringBuilder text, byte value)
    {
        if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
        {
            text.Append((char)value);
        }
        else
        {
            text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
