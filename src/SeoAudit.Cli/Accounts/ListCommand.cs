using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Scans;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using Spectre.Console;

namespace SeoAudit.Cli.Accounts;

internal static class ListCommand
{
    private const int DefaultLimit = 20;

    private static readonly Option<int?> Limit = Values.Count("--limit", "N", 1, 10_000, $"How many are listed, 1 to 10000. By default {DefaultLimit}.");

    public static Command Create(IReadOnlyList<string> arguments)
    {
        var command = new Command("list", "Lists the latest scans of SEOgent or audits of MetricSpot.") { ServiceIds.Service, Limit };
        command.Does(arguments, static invocation =>
        {
            AuditService service = ServiceIds.ServiceOf(invocation);
            return ResultRun.WithClientAsync(invocation, service, async client =>
            {
                List<QueuedWork> all = await Read(client, service).Take(invocation.Get(Limit) ?? DefaultLimit).ToListAsync(invocation.Stop);
                Show(invocation, all);
                return ExitCode.Passed;
            });
        });
        return command;
    }

    private static async IAsyncEnumerable<QueuedWork> Read(ISeoAuditClient client, AuditService service)
    {
        if (service == AuditService.Seogent)
        {
            await foreach (Client.Seogent.ScanListItem scan in client.Seogent.ListScansAsync())
            {
                yield return new QueuedWork(scan.ScanId, scan.Status.Value, scan.Domain, scan.AverageScore, scan.CreatedAt);
            }
        }
        else
        {
            foreach (Client.MetricSpot.AuditRow audit in (await client.MetricSpot.ListAuditsAsync()).Audits)
            {
                yield return new QueuedWork(audit.Id, audit.Status.Value, audit.Url, audit.Score, audit.CreatedAt);
            }
        }
    }

    private static void Show(Invocation invocation, List<QueuedWork> all)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(json => Write(json, all));
            return;
        }

        Table table = SummaryView.Table("Id", "Status", "Target", "Score", "Queued");
        foreach (QueuedWork work in all)
        {
            table.AddRow(
                SummaryView.Cell(work.Id),
                SummaryView.Cell(work.Status),
                SummaryView.Cell(work.Target),
                SummaryView.Cell(work.Score is { } score ? ShownScore.Of(score) : null),
                SummaryView.Cell(work.QueuedAt?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        }

        invocation.Screen.Output.Write(table);
    }

    private static void Write(Utf8JsonWriter json, List<QueuedWork> all)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (QueuedWork work in all)
        {
            json.WriteStartObject();
            json.WriteString("id", work.Id);
            json.WriteString("status", work.Status);
            json.WriteString("target", work.Target);
            SummaryJson.WriteNumber(json, "score", work.Score);
            json.WriteString("queued_at", work.QueuedAt?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
