using System.Text.Json;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>A run's balance for programs.</summary>
internal static class SummaryJson
{
    public static void Write(Utf8JsonWriter json, RunBalance balance, int exitCode)
    {
        BulkAuditReport report = balance.Report;
        json.WriteStartObject();
        json.WriteNumber("exit_code", exitCode);
        json.WriteBoolean("interrupted", balance.IsInterrupted);
        json.WriteString("error", balance.Failure?.Message ?? (balance.UnwrittenReports.Count > 0 ? string.Join(' ', balance.UnwrittenReports) : null));
        json.WriteNumber("total", report.Total);
        json.WriteNumber("audited", report.Audited);
        json.WriteNumber("passed", report.Passed);
        json.WriteNumber("failed", report.Failed);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("not_attempted", report.NotAttempted);
        json.WriteNumber("average_score", report.AverageScore);
        WriteNumber(json, "average_audited_score", report.AverageAuditedScore);
        json.WriteNumber("audits_used", report.AuditsUsed);
        WriteNumber(json, "credits_used", report.CreditsUsed);
        json.WriteNumber("reused", report.Reused);
        json.WriteString("resume_at", report.ResumeAt is { } moment ? moment.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : null);
        json.WriteString("resume_command", balance.Resume);
        WriteWorst(json, report);
        WriteChecks(json, report);
        WriteErrors(json, report);
        json.WriteStartArray("outputs");
        foreach (string file in balance.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WritePropertyName("gate");
        WriteGate(json, balance.Gate);
        json.WriteEndObject();
    }

    public static void WriteGate(Utf8JsonWriter json, QualityGateResult? gate)
    {
        if (gate is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteBoolean("passed", gate.IsPassed);
        json.WriteStartArray("rules");
        foreach (string rule in gate.Rules)
        {
            json.WriteStringValue(rule);
        }

        json.WriteEndArray();
        json.WriteStartArray("violations");
        foreach (GateViolation violation in gate.Violations)
        {
            json.WriteStartObject();
            json.WriteString("rule", violation.Rule);
            json.WriteString("message", violation.Message);
            WriteNumber(json, "allowed", violation.Allowed);
            WriteNumber(json, "actual", violation.Actual);
            json.WriteNumber("page_count", violation.PageCount);
            json.WriteStartArray("pages");
            foreach (Uri page in violation.Pages)
            {
                json.WriteStringValue(ShownAddress.Of(page));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteWorst(Utf8JsonWriter json, BulkAuditReport report)
    {
        json.WriteStartArray("worst_pages");
        foreach (ScoredPage page in report.WorstPages)
        {
            json.WriteStartObject();
            json.WriteString("url", ShownAddress.Of(page.Url));
            json.WriteNumber("score", page.Score);
            json.WriteString("grade", page.Grade?.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChecks(Utf8JsonWriter json, BulkAuditReport report)
    {
        json.WriteStartArray("failed_checks");
        foreach (FailedCheckCount check in report.FailedChecks)
        {
            json.WriteStartObject();
            json.WriteString("check", check.Key ?? check.Name);
            json.WriteString("name", check.Name);
            json.WriteNumber("pages", check.Pages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter json, BulkAuditReport report)
    {
        json.WriteStartArray("errors_by_kind");
        foreach (OutcomeErrorCount error in report.ErrorsByKind)
        {
            json.WriteStartObject();
            json.WriteString("kind", error.Kind.Value);
            json.WriteNumber("count", error.Count);
            json.WriteString("example_url", ShownAddress.Of(error.ExampleUrl));
            json.WriteString("example_message", error.ExampleMessage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
