using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Client;
using SeoAudit.Client.MetricSpot;

namespace SeoAudit.Cli.Scans;

internal static class ResultsCommand
{
    public static Command Create(IReadOnlyList<string> arguments)
    {
        Command command = new Command("results", "Reports what a scan of SEOgent or an audit of MetricSpot has found, without waiting.")
        {
            ServiceIds.Id, ServiceIds.Service, AuditOptions.PassThreshold,
        }.With(OutputOptions.All).With(GateOptions.All);
        command.Does(arguments, static async invocation =>
        {
            string id = invocation.Get(ServiceIds.Id);
            AuditService service = ServiceIds.ServiceOf(invocation);
            SinkSettings settings = await SinkSettings.ReadAsync(invocation);
            return await ResultRun.WithClientAsync(invocation, service, async client =>
            {
                if (service == AuditService.Seogent)
                {
                    return await ResultRun.TellAsync(
                        invocation, settings, ServiceResults.OfAsync(client.Seogent.GetPagesAsync(id), OutcomeOrigin.Earlier, invocation.Get(AuditOptions.PassThreshold)));
                }

                MetricSpotAudit audit = await client.MetricSpot.GetAuditAsync(id, invocation.Stop);
                return audit.Status.IsCompleted
                    ? await ResultRun.TellAsync(invocation, settings, ResultRun.One(audit, invocation))
                    : throw new UsageException($"Audit {id} is {audit.Status}. Wait for it with: {RootCommands.Name} wait {id} --service metricspot");
            });
        });
        return command;
    }
}
