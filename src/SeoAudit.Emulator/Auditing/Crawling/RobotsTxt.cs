namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>A robots.txt file, read as RFC 9309 says.</summary>
internal sealed class RobotsTxt
{
    // What RFC 9309 asks every crawler to read at least.
    public const int MaxBytes = 500 * 1024;

    private readonly List<RobotsGroup> _groups;

    private RobotsTxt(List<RobotsGroup> groups, List<string> sitemaps)
    {
        _groups = groups;
        Sitemaps = sitemaps;
    }

    /// <summary>No rules: everything is allowed.</summary>
    public static RobotsTxt Empty { get; } = new([], []);

    /// <summary>The values of the Sitemap lines, as they stand there.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    public static RobotsTxt Parse(string text)
    {
        var groups = new List<RobotsGroup>();
        var sitemaps = new List<string>();
        RobotsGroup? group = null;
        bool naming = false;
        foreach ((string field, string value) in Lines(text))
        {
            switch (field)
            {
                case "user-agent":
                    if (!naming)
                        groups.Add(group = new RobotsGroup());
                    group!.Agents.Add(ProductOf(value));
                    naming = true;
                    break;
                case "sitemap":
                    if (value.Length > 0)
                        sitemaps.Add(value);
                    break;
                case "allow" or "disallow":
                    group?.AddRule(value, allows: field is "allow");
                    naming = false;
                    break;
                case "crawl-delay":
                    group?.SetCrawlDelay(value);
                    naming = false;
                    break;
            }
        }

        return new RobotsTxt(groups, sitemaps);
    }

    /// <summary>The rules for a crawler, by its product name: its own groups together, else those for all.</summary>
    public RobotsGroup For(string agent)
    {
        RobotsGroup[] own = [.. _groups.Where(group => group.Agents.Contains(agent))];
        return RobotsGroup.Merge(own.Length > 0 ? own : [.. _groups.Where(group => group.Agents.Contains("*"))]);
    }

    /// <summary>The product name of a User-Agent: what stands before its version.</summary>
    public static string ProductOf(string userAgent)
    {
        int length = userAgent.AsSpan().IndexOfAnyExcept(RobotsGroup.ProductCharacters);
        return length switch
        {
            0 when userAgent.StartsWith('*') => "*",
            < 0 => userAgent,
            _ => userAgent[..length],
        };
    }

    private static IEnumerable<(string Field, string Value)> Lines(string text)
    {
        foreach (string line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            string content = line.Split('#', 2)[0];
            int colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                yield return (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
        }
    }
}
