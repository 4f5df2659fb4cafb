using System.CommandLine;
using System.Globalization;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Settings;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using SeoAudit.Client.Seogent;
using Spectre.Console;

namespace SeoAudit.Cli.Accounts;

internal static class CreditsCommand
{
    public static Command Create(IReadOnlyList<string> arguments)
    {
        var command = new Command("credits", "Tells the credits and quotas that are left at the services that have a key.") { AuditOptions.Service };
        command.Does(arguments, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        await using ToolClient client = ToolClient.Create(invocation.Screen);
        AuditService? only = invocation.Get(AuditOptions.Service);
        if (only is { } service)
        {
            client.RequireKey(service);
        }

        var allowances = new List<Allowance>();
        foreach (ServiceKey key in ServiceKey.All.Where(key => only is null ? client.HasKey(key.Service) : key.Service == only))
        {
            allowances.Add(await AskAsync(client.Client, key.Service, invocation.Stop));
        }

        if (allowances.Count == 0)
        {
            throw new UsageException($"No service has a key. Run: {RootCommands.Name} config set seogent, or set one in the environment.");
        }

        Show(invocation, allowances);
        return ExitCode.Passed;
    }

    // Only SEOgent can be asked; what the others allow comes with their audits' answers, and from the settings.
    private static async Task<Allowance> AskAsync(ISeoAuditClient client, AuditService service, CancellationToken cancellationToken)
    {
        if (service == AuditService.Seogent)
        {
            CreditBalance credits = await client.Seogent.GetCreditsAsync(cancellationToken);
            return new Allowance(service, credits.Balance, null, null, credits.AutoRenew ? "credits, renewed automatically" : "credits");
        }

        AuditQuota quota = client.GetQuota(service);
        return new Allowance(service, quota.Remaining, quota.Limit, quota.ResetsAt, quota.Remaining is null ? "told with the next audit's answer" : "audits");
    }

    private static void Show(Invocation invocation, List<Allowance> allowances)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("services");
                foreach (Allowance allowance in allowances)
                {
                    json.WriteStartObject();
                    json.WriteString("service", allowance.Service.ToString().ToLowerInvariant());
                    SummaryJson.WriteNumber(json, "left", allowance.Left);
                    SummaryJson.WriteNumber(json, "limit", allowance.Limit);
                    json.WriteString("resets_at", allowance.ResetsAt?.ToString("O", CultureInfo.InvariantCulture));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        Table table = SummaryView.Table("Service", "Left", "Of", "Renewed", "What");
        foreach (Allowance allowance in allowances)
        {
            table.AddRow(
                SummaryView.Cell(AuditOptions.NameOf(allowance.Service)),
                SummaryView.Cell(allowance.Left?.ToString("N0", CultureInfo.InvariantCulture) ?? "?"),
                SummaryView.Cell(allowance.Limit?.ToString("N0", CultureInfo.InvariantCulture)),
                SummaryView.Cell(allowance.ResetsAt?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                SummaryView.Cell(allowance.What));
        }

        invocation.Screen.Output.Write(table);
    }
}
