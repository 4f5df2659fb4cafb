using System.Globalization;
using System.Text.Json;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>A check that a page failed.</summary>
internal static class SarifResult
{
    private const int MaxMessage = 800;
    private const int MaxAddress = 2_048;

    public static void Write(Utf8JsonWriter json, SarifRule rule, SarifLevel level, PageAudit audit, PageCheck check, SarifPage page, int occurrence)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", rule.Id);
        json.WriteNumber("ruleIndex", rule.Index);
        json.WriteString("level", SarifLevels.Word(level));
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Message(Describe(rule, check, page), int.MaxValue));
        json.WriteEndObject();
        page.WriteLocations(json);
        WriteFingerprints(json, page.Fingerprint(rule, occurrence));
        WriteProperties(json, audit, check, page);
        json.WriteEndObject();
    }

    private static string Describe(SarifRule rule, PageCheck check, SarifPage page)
    {
        string message = SarifText.Line(check.Message, MaxMessage);
        string stop = message.Length == 0 || message[^1] is '.' or '!' or '?' ? string.Empty : ".";
        return $"{rule.Name}: {(message.Length > 0 ? message : "not passed.")}{stop} Page: {SarifText.Line(page.Address, MaxAddress)}";
    }

    // GitHub goes by the first of them; the second is for everybody else.
    private static void WriteFingerprints(Utf8JsonWriter json, string fingerprint)
    {
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", fingerprint);
        json.WriteString("pageAndRule/v1", fingerprint);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, PageAudit audit, PageCheck check, SarifPage page)
    {
        json.WriteStartObject("properties");
        json.WriteString("url", SarifText.Line(page.Address, MaxAddress));
        if (double.IsFinite(audit.Score))
        {
            json.WriteNumber("score", audit.Score);
        }

        if (check.Severity is { Length: > 0 } severity)
        {
            json.WriteString("severity", SarifText.Line(severity, MaxMessage));
        }

        if (check.Value is { Length: > 0 } value)
        {
            json.WriteString("value", SarifText.Line(value, MaxMessage));
        }

        if (audit.AuditedAt is { } auditedAt)
        {
            json.WriteString("auditedAt", auditedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}
