using System.Globalization;
using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>What kept the run from telling all: pages without an audit, of which a bounded number is kept, and results that were left out.</summary>
internal sealed class SarifNotifications
{
    public const int Capacity = 1_000;

    private const int MaxMessage = 800;

    private readonly List<Entry> _entries = [];
    private int _furtherPages;
    private long _furtherResults;

    /// <summary>Whether every page was audited.</summary>
    public bool IsComplete => _entries.Count == 0;

    public void Add(PageAuditOutcome outcome, SarifPage page)
    {
        if (_entries.Count == Capacity)
        {
            _furtherPages++;
            return;
        }

        string message = $"{SarifText.Line(page.Address, MaxMessage)}: {SarifText.Line(outcome.Error!.Message, MaxMessage)}{RetryText.Of(outcome)}";
        SarifLevel level = outcome.Status == OutcomeStatus.NotAttempted ? SarifLevel.Warning : SarifLevel.Error;
        _entries.Add(new Entry(OutcomeErrorKind.Of(outcome.Error).Value, level, message, page));
    }

    public void CountOmittedResult() => _furtherResults++;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("toolExecutionNotifications");
        foreach (Entry entry in _entries)
        {
            WriteNotification(json, entry.Kind, entry.Level, entry.Message, entry.Page);
        }

        if (_furtherPages > 0)
        {
            WriteNotification(json, "further_pages", SarifLevel.Error, string.Create(CultureInfo.InvariantCulture, $"{_furtherPages} more pages have no audit."), page: null);
        }

        if (_furtherResults > 0)
        {
            WriteNotification(json, "further_results", SarifLevel.Warning, string.Create(CultureInfo.InvariantCulture, $"{_furtherResults} more results were left out."), page: null);
        }

        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string kind, SarifLevel level, string message, SarifPage? page)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", kind);
        json.WriteEndObject();
        json.WriteString("level", SarifLevels.Word(level));
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Message(message, int.MaxValue));
        json.WriteEndObject();
        page?.WriteLocations(json);
        json.WriteEndObject();
    }

    private sealed record Entry(string Kind, SarifLevel Level, string Message, SarifPage Page);
}
