using System.CommandLine;
using SeoAudit.Cli.Auditing;
using SeoAudit.Cli.Options;

namespace SeoAudit.Cli.CommandLine;

/// <summary>All commands of the tool.</summary>
internal static class RootCommands
{
    public const string Name = "seoaudit";

    public static RootCommand Create(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Audits pages, sitemaps and sites with SEOPeek, SEOgent and MetricSpot.")
        {
            AuditCommand.Create(arguments),
            SitemapCommand.Create(arguments),
        };
        foreach (Option option in GlobalOptions.All)
        {
            root.Add(option);
        }

        return root;
    }
}
