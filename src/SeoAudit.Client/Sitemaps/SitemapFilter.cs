using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Sitemaps;

/// <summary>Which entries are handed out.</summary>
internal sealed class SitemapFilter(SitemapOptions options)
{
    private const string AnyHostBelow = "*.";

    private readonly PathPattern[] _include = [.. options.Include.Select(static pattern => new PathPattern(pattern))];
    private readonly PathPattern[] _exclude = [.. options.Exclude.Select(static pattern => new PathPattern(pattern))];
    private readonly string[] _hosts = [.. options.Hosts];

    /// <param name="latest">The last moment that its date allows; null where it has none.</param>
    public bool IsRecent(DateTimeOffset? latest) => options.ModifiedSince is not { } since || latest is not { } moment || moment >= since;

    public bool Accepts(Uri location, DateTimeOffset? latest) =>
        IsRecent(latest) && IsOnHost(location) && IsOnPath(location);

    private bool IsOnHost(Uri location)
    {
        if (_hosts.Length == 0)
        {
            return true;
        }

        foreach (string host in _hosts)
        {
            if (host.StartsWith(AnyHostBelow, StringComparison.Ordinal)
                ? IsBelow(location.Host, host.AsSpan(1)) || IsBelow(UrlText.HostOf(location), host.AsSpan(1))
                : host.Equals(location.Host, StringComparison.OrdinalIgnoreCase)
                    || host.Equals(UrlText.HostOf(location), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBelow(string host, ReadOnlySpan<char> parent) =>
        host.Length > parent.Length && host.AsSpan().EndsWith(parent, StringComparison.OrdinalIgnoreCase);

    private bool IsOnPath(Uri location)
    {
        if (_include.Length == 0 && _exclude.Length == 0)
        {
            return true;
        }

        string path = location.PathAndQuery;
        return (_include.Length == 0 || Matches(_include, path)) && !Matches(_exclude, path);
    }

    private static bool Matches(PathPattern[] patterns, string path)
    {
        foreach (PathPattern pattern in patterns)
        {
            if (pattern.IsMatch(path))
            {
                return true;
            }
        }

        return false;
    }
}
