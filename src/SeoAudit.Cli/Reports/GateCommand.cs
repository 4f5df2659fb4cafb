using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

internal static class GateCommand
{
    public static Command Create(IReadOnlyList<string> arguments)
    {
        Command command = new Command("gate", "Holds a report against rules, and says which are violated.")
        {
            ReportInput.File, OutputOptions.Baseline, OutputOptions.BaselineIfExists, OutputOptions.IgnoreHost,
        }.With(GateOptions.All);
        command.Does(arguments, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        SinkSettings settings = await SinkSettings.ReadAsync(invocation);
        if (settings.Gate is null)
        {
            throw new UsageException("Give at least one rule, such as --fail-under 70, or --gate FILE.");
        }

        var evaluator = new QualityGateEvaluator(settings.Gate, settings.Baseline, settings.Comparison);
        await foreach (PageAuditOutcome outcome in ReportInput.ReadAsync(invocation.Get(ReportInput.File)).WithCancellation(invocation.Stop))
        {
            evaluator.Add(outcome);
        }

        QualityGateResult result = evaluator.Evaluate();
        int exitCode = result.IsPassed ? ExitCode.Passed : ExitCode.GateFailed;
        if (invocation.Json)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("exit_code", exitCode);
                json.WritePropertyName("gate");
                SummaryJson.WriteGate(json, result);
                json.WriteEndObject();
            });
        }
        else
        {
            SummaryView.ShowGate(invocation.Screen.Output, result);
        }

        return exitCode;
    }
}
