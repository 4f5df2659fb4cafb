using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;

namespace SeoAudit.Cli.Auditing;

internal static class AuditCommand
{
    private static readonly Argument<string[]> Urls = new("URL")
    {
        Description = "The pages; - reads them from standard input, a line each.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> Files = Values.Many("--urls", "FILE", "Reads pages from a file, a line each; lines that begin with # are skipped. May be given several times.");

    public static Command Create(IReadOnlyList<string> arguments)
    {
        Command command = new Command("audit", "Audits pages.") { Urls, Files, PageOptions.Limit }
            .With(AuditOptions.All).With(JournalOptions.All).With(OutputOptions.All).With(GateOptions.All);
        command.Does(arguments, static invocation =>
        {
            string[] urls = invocation.Get(Urls);
            string[] files = invocation.Get(Files) ?? [];
            if (urls.Length + files.Length == 0)
            {
                throw new UsageException("Name a page to audit, - for standard input, or --urls FILE.");
            }

            bool local = invocation.Get(AuditOptions.Local);
            foreach (string url in urls.Where(static url => url != UrlSources.StandardInput))
            {
                Uri page = UrlSources.Parse(url);
                if (local && !page.IsLoopback)
                {
                    throw new UsageException($"{ShownAddress.Of(page)} is not on this machine, and --local asks nobody else.");
                }
            }

            if (files.FirstOrDefault(static file => !File.Exists(file)) is { } missing)
            {
                throw new UsageException($"There is no file {Path.GetFullPath(missing)}.");
            }

            return PageRun.RunAsync(invocation, _ => UrlSources.ReadAsync(urls, files));
        });
        return command;
    }
}
