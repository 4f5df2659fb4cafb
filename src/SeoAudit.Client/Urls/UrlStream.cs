namespace SeoAudit.Client.Urls;

/// <summary>A list of URLs that is at hand, as a stream.</summary>
internal static class UrlStream
{
#pragma warning disable CS1998 // It has nothing to wait for.
    public static async IAsyncEnumerable<Uri> Of(IEnumerable<Uri> urls)
#pragma warning restore CS1998
    {
        foreach (Uri url in urls)
        {
            yield return url;
        }
    }
}
