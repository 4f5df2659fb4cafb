using System.Text;

namespace SeoAudit.Client.Sitemaps;

/// <summary>The <c>Sitemap:</c> lines of a robots.txt. Source: the sitemaps.org protocol and RFC 9309.</summary>
internal static class RobotsSitemaps
{
    // What RFC 9309 asks a reader to bear, 500 KiB, is what is read.
    private const int MaxCharacters = 500 * 1024;
    private const string Field = "sitemap";

    /// <param name="content">The bytes of the robots.txt.</param>
    /// <param name="origin">What relative addresses are relative to.</param>
    /// <param name="cancellationToken">For every read.</param>
    /// <returns>The sitemaps in their order; empty where none is named.</returns>
    public static async Task<List<SitemapChild>> ReadAsync(Stream content, SitemapOrigin origin, CancellationToken cancellationToken)
    {
        var peek = new PeekStream(content, cancellationToken);
        while (peek.Peeked.Length < ByteOrder.Longest && await peek.PeekAsync().ConfigureAwait(false))
        {
            // The platform looks for a byte order mark in what comes first, however little that is.
        }

        using var reader = new StreamReader(peek, Encoding.UTF8, leaveOpen: true);
        var text = new StringBuilder();
        var buffer = new char[4096];
        int read;
        while (text.Length < MaxCharacters && (read = await reader.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            text.Append(buffer, 0, read);
        }

        var found = new List<SitemapChild>();
        foreach (ReadOnlySpan<char> line in text.ToString().AsSpan().EnumerateLines())
        {
            if (Address(line) is { Length: > 0 } address && origin.Resolve(address) is { } sitemap)
            {
                found.Add(new SitemapChild(sitemap, Latest: null));
            }
        }

        return found;
    }

    private static string? Address(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        if (colon < 0 || !line[..colon].Trim().Equals(Field, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        ReadOnlySpan<char> value = line[(colon + 1)..];
        int comment = value.IndexOf('#');
        return (comment < 0 ? value : value[..comment]).Trim().ToString();
    }
}
