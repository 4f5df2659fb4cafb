using System.CommandLine;
using SeoAudit.Cli.Accounts;
using SeoAudit.Cli.Auditing;
using SeoAudit.Cli.Completion;
using SeoAudit.Cli.Emulation;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Scans;
using SeoAudit.Cli.Settings;

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
            ScanCommand.Create(arguments),
            WaitCommand.Create(arguments),
            ResultsCommand.Create(arguments),
            PdfCommand.Create(arguments),
            ListCommand.Create(arguments),
            CreditsCommand.Create(arguments),
            GateCommand.Create(arguments),
            CompareCommand.Create(arguments),
            ReportCommand.Create(arguments),
            EmulatorCommand.Create(arguments),
            ConfigCommand.Create(arguments),
            CompletionCommand.Create(arguments),
        };
        root.With(GlobalOptions.All);
        return root;
    }
}
