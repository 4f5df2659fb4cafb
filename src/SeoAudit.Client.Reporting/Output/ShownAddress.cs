namespace SeoAudit.Client.Reporting.Output;

/// <summary>
/// A page's address as reports show it: with everything but plain characters escaped, and without a user and a password, which a
/// report would give to all who read it. One that is no address is shown as it was handed in.
/// </summary>
internal static class ShownAddress
{
    public static string Of(Uri url) => url switch
    {
        { IsAbsoluteUri: false } => url.OriginalString,
        { UserInfo.Length: > 0 } => url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped),
        _ => url.AbsoluteUri,
    };
}
