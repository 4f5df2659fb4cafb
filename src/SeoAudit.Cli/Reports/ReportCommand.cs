using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Scans;

namespace SeoAudit.Cli.Reports;

internal static class ReportCommand
{
    public static Command Create(IReadOnlyList<string> arguments)
    {
        Command command = new Command("report", "Makes other reports of a report, without auditing anything.") { ReportInput.File }
            .With(OutputOptions.All).With(GateOptions.All);
        command.Does(arguments, static async invocation =>
        {
            SinkSettings settings = await SinkSettings.ReadAsync(invocation);
            return await ResultRun.TellAsync(invocation, settings, ReportInput.ReadAsync(invocation.Get(ReportInput.File)));
        });
        return command;
    }
}
