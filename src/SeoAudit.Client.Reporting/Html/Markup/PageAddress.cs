using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Markup;

/// <summary>How the page names an address, and which of them it makes a link.</summary>
internal static class PageAddress
{
    /// <summary>The address as a browser is sent to it: what is read is where one goes.</summary>
    public static string Of(Uri url) => ShownAddress.Of(url);

    public static bool IsLink(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
