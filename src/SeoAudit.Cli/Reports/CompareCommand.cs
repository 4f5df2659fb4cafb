using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

internal static class CompareCommand
{
    private static readonly Argument<string> Before = new("BEFORE") { Description = "The earlier report (.json or .jsonl)." };

    private static readonly Argument<string> After = new("AFTER") { Description = "The later report." };

    public static Command Create(IReadOnlyList<string> arguments)
    {
        var command = new Command("compare", "Tells what changed from one report to another.") { Before, After, OutputOptions.IgnoreHost };
        command.Does(arguments, static async invocation =>
        {
            AuditSnapshot before = await LoadAsync(invocation.Get(Before), invocation.Stop);
            AuditSnapshot after = await LoadAsync(invocation.Get(After), invocation.Stop);
            var comparison = AuditComparison.Between(before, after, new ComparisonOptions { IgnoreHost = invocation.Get(OutputOptions.IgnoreHost) });
            if (invocation.Json)
            {
                JsonOutput.Write(json => ComparisonJson.Write(json, comparison));
            }
            else
            {
                ComparisonView.Show(invocation.Screen.Output, comparison);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static Task<AuditSnapshot> LoadAsync(string path, CancellationToken cancellationToken) => File.Exists(path)
        ? AuditSnapshot.LoadAsync(path, cancellationToken)
        : throw new UsageException($"There is no file {Path.GetFullPath(path)}.");
}
