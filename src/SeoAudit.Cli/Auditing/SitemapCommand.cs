using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Emulation;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;

namespace SeoAudit.Cli.Auditing;

internal static class SitemapCommand
{
    private static readonly Argument<string> Sitemap = new("URL")
    {
        Description = "The sitemap, or a bare site address for the sitemaps that its robots.txt names; with --local also a folder of static files.",
    };

    private static readonly Option<bool> SameHost = Values.Switch(
        "--same-host", "Audits the pages at the sitemap's own host: for a preview whose sitemap names those of the live site. With --local that is so anyway.");

    public static Command Create(IReadOnlyList<string> arguments)
    {
        Command command = new Command("sitemap", "Audits the pages that a sitemap lists.")
        {
            Sitemap, PageOptions.Include, PageOptions.Exclude, PageOptions.Since, PageOptions.Limit, SameHost,
        }.With(AuditOptions.All).With(JournalOptions.All).With(OutputOptions.All).With(GateOptions.All);
        command.Does(arguments, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        string text = invocation.Get(Sitemap);
        bool local = invocation.Get(AuditOptions.Local);
        if (LocalSite.IsFolder(text, local))
        {
            var folder = SiteFolder.Open(text);
            await using StaticSite site = await StaticSite.StartAsync(folder, invocation.Stop);
            invocation.Screen.Detail($"{text} is served at {site.BaseAddress}");
            return await RunAsync(invocation, site.SitemapUrl, local, folder.SourceOf);
        }

        Uri url = UrlSources.Parse(text);
        return local && !url.IsLoopback
            ? throw new UsageException($"{ShownAddress.Of(url)} is not on this machine, and --local asks nobody else.")
            : await RunAsync(invocation, url, local);
    }

    private static Task<int> RunAsync(Invocation invocation, Uri sitemap, bool local, Func<Uri, string?>? sourceFile = null)
    {
        var moved = local || invocation.Get(SameHost) ? new LocalSite(sitemap, invocation.Screen) : null;
        var options = new SitemapOptions
        {
            Include = invocation.Get(PageOptions.Include) ?? [],
            Exclude = invocation.Get(PageOptions.Exclude) ?? [],
            ModifiedSince = invocation.Get(PageOptions.Since),
            Faults = new SitemapFaults(invocation.Screen),
        };
        return PageRun.RunAsync(
            invocation, client => client.ReadSitemapAsync(sitemap, options).Select(entry => moved?.Move(entry.Location) ?? entry.Location), sourceFile);
    }
}
