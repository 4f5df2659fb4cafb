namespace SeoAudit.Client.Reporting.Output;

/// <summary>A page's address as reports show it: without a user and a password, which a report would give to all who read it.</summary>
internal static class ShownAddress
{
    public static string Of(Uri url) => url switch
    {
        { IsAbsoluteUri: false } => url.OriginalString,
        { UserInfo.Length: 0 } => url.AbsoluteUri,
        _ => $"{url.Scheme}://{url.Authority}{url.PathAndQuery}{url.Fragment}",
    };
}
