using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Sitemaps;

/// <summary>One sitemap: what its addresses are relative to, and how what is wrong with it is told.</summary>
/// <param name="address">Where it came from; null for a stream without a base.</param>
/// <param name="options">Who is told.</param>
internal sealed class SitemapOrigin(Uri? address, SitemapOptions options)
{
    private const int MaxText = 200;

    public Uri? Address => address;

    /// <summary>How many entries were read so far, whether or not they are handed out.</summary>
    public long Entries { get; set; }

    /// <summary>What to throw where the document itself is broken.</summary>
    public SeoAuditSitemapException Broken(string reason, Exception? cause = null, int line = 0, int position = 0)
    {
        string where = line > 0 ? $" (line {line}, column {position})" : string.Empty;
        return new SeoAuditSitemapException($"{address?.ToString() ?? "The stream"} is not a readable sitemap: {reason}{where}.", cause)
        {
            Sitemap = address,
            LineNumber = line,
            LinePosition = position,
            EntriesRead = Entries,
        };
    }

    /// <summary>Tells of something that is left out.</summary>
    public void Report(SitemapFaultKind kind, string reason, string? text, int line, int position) =>
        options.Faults?.Report(new SitemapFault(kind, reason)
        {
            Sitemap = address,
            LineNumber = line,
            LinePosition = position,
            Text = text is null ? null : ShortText.Of(text, MaxText),
        });

    /// <summary>The absolute http(s) address that a text stands for; null where it stands for none.</summary>
    public Uri? Resolve(string text)
    {
        // A path is an absolute address of a file to the platform, hence the look at the scheme first.
        if (IsAbsolute(text))
        {
            return UrlText.TryRead(text);
        }

        return address is not null && UrlText.TryRead(address, text) is { } relative && IsHttp(relative) ? relative : null;
    }

    /// <summary>Whether a text is an absolute http(s) address by its beginning.</summary>
    public static bool IsAbsolute(ReadOnlySpan<char> text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static bool IsHttp(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;
}
