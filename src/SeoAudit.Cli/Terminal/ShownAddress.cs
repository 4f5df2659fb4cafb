namespace SeoAudit.Cli.Terminal;

/// <summary>A page's address as it is printed: as it was given, but without a user name and a password, because logs are read by many.</summary>
internal static class ShownAddress
{
    public static string Of(Uri url) => url is { IsAbsoluteUri: true, UserInfo.Length: > 0 }
        ? url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped)
        : url.OriginalString;
}
