namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>Reads the directives of a robots meta tag or an <c>X-Robots-Tag</c> header.</summary>
internal static class RobotsDirectives
{
    private static readonly HashSet<string> SearchEngines =
        new(["googlebot", "bingbot", "slurp", "duckduckbot", "yandexbot", "baiduspider"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> WithValue =
        new(["unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"], StringComparer.OrdinalIgnoreCase);

    public static bool ForbidIndexing(string directives) => Contains(directives, "noindex");

    public static bool ForbidFollowing(string directives) => Contains(directives, "nofollow");

    /// <summary>The directives of a header value; null when it addresses a crawler that is no search engine.</summary>
    public static string? ForSearchEngines(string header)
    {
        int colon = header.IndexOf(':', StringComparison.Ordinal);
        int comma = header.IndexOf(',', StringComparison.Ordinal);
        if (colon < 0 || (comma >= 0 && comma < colon))
            return header;
        string agent = header[..colon].Trim();
        if (WithValue.Contains(agent))
            return header;
        return SearchEngines.Contains(agent) ? header[(colon + 1)..].Trim() : null;
    }

    private static bool Contains(string directives, string directive) => directives
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(word => word.Equals(directive, StringComparison.OrdinalIgnoreCase) || word.Equals("none", StringComparison.OrdinalIgnoreCase));
}
