namespace SeoAudit.Emulator.Auditing;

/// <summary>What counts as the same site: one host and port, whichever of http and https.</summary>
internal static class SiteScope
{
    /// <summary>Whether the address can be asked over http or https; some host names only show on use that they are none.</summary>
    public static bool IsWeb(Uri url)
    {
        try
        {
            return url.Scheme is "http" or "https" && url.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    public static bool IsSame(Uri one, Uri other) =>
        string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase)
        && (one.Port == other.Port || (one.IsDefaultPort && other.IsDefaultPort));

    public static Uri WithoutFragment(Uri url) =>
        url.Fragment.Length == 0 ? url : new Uri(url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
}
