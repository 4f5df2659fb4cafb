using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Client;

namespace SeoAudit.Cli.Scans;

internal static class WaitCommand
{
    public static Command Create(IReadOnlyList<string> arguments)
    {
        Command command = new Command("wait", "Waits for a scan of SEOgent or an audit of MetricSpot, and reports.")
        {
            ServiceIds.Id, ServiceIds.Service, AuditOptions.PassThreshold, ScanOptions.Timeout,
        }.With(OutputOptions.All).With(GateOptions.All);
        command.Does(arguments, static async invocation =>
        {
            string id = invocation.Get(ServiceIds.Id);
            AuditService service = ServiceIds.ServiceOf(invocation);
            SinkSettings settings = await SinkSettings.ReadAsync(invocation);
            return await ResultRun.WithClientAsync(invocation, service, client => service == AuditService.Seogent
                ? ResultRun.WaitAsync(invocation, settings, () => Task.FromResult(client.Seogent.GetScan(id)), OutcomeOrigin.Earlier)
                : ResultRun.WaitAsync(invocation, settings, client.MetricSpot.GetAuditOperation(id)));
        });
        return command;
    }
}
