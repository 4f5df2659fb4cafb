namespace SeoAudit.Client.Urls;

/// <summary>Text from outside that may be an address.</summary>
internal static class UrlText
{
    /// <summary>Reads an address of any scheme, absolute unless it is said otherwise; null where the text is none.</summary>
    public static Uri? TryRead(string text, UriKind kind = UriKind.Absolute) => TryRead(baseAddress: null, text, kind);

    /// <summary>Reads an address, which may be relative to another; null where the text is none.</summary>
    public static Uri? TryRead(Uri baseAddress, string text) => TryRead(baseAddress, text, UriKind.RelativeOrAbsolute);

    /// <summary>The host of an address in ASCII, or as it is written where it is no domain name and cannot be.</summary>
    public static string HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            // Addresses are read without a look at this.
            return url.Host;
        }
    }

    private static Uri? TryRead(Uri? baseAddress, string text, UriKind kind)
    {
        try
        {
            Uri? url;
            return (baseAddress is null ? Uri.TryCreate(text, kind, out url) : Uri.TryCreate(baseAddress, text, out url)) ? url : null;
        }
        catch (IndexOutOfRangeException)
        {
            // What the platform throws for a file share whose name is nothing but marks of direction.
            return null;
        }
    }
}
