using System.Buffers;
using System.Globalization;

namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>The rules that some crawlers share.</summary>
internal sealed class RobotsGroup
{
    private readonly List<RobotsRule> _rules = [];

    public static SearchValues<char> ProductCharacters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public HashSet<string> Agents { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Time to leave between two requests; null when none is asked for.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    public static RobotsGroup Merge(IEnumerable<RobotsGroup> groups)
    {
        var merged = new RobotsGroup();
        foreach (RobotsGroup group in groups)
        {
            merged.Agents.UnionWith(group.Agents);
            merged._rules.AddRange(group._rules);
            merged.CrawlDelay ??= group.CrawlDelay;
        }

        return merged;
    }

    public void AddRule(string pattern, bool allows)
    {
        // An empty rule matches nothing.
        if (pattern.Length > 0)
            _rules.Add(new RobotsRule(pattern, allows));
    }

    public void SetCrawlDelay(string seconds)
    {
        if (double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and < 1e6)
            CrawlDelay = TimeSpan.FromSeconds(number);
    }

    /// <summary>The longest matching rule decides; of two as long, the one that allows.</summary>
    public bool Allows(Uri url)
    {
        string path = RobotsRule.Normalize(url.PathAndQuery);
        if (path is "/robots.txt")
            return true;
        RobotsRule? best = null;
        foreach (RobotsRule rule in _rules)
        {
            bool stronger = best is null || rule.Length > best.Length || (rule.Length == best.Length && rule.Allows);
            if (stronger && rule.Matches(path))
                best = rule;
        }

        return best?.Allows ?? true;
    }
}
