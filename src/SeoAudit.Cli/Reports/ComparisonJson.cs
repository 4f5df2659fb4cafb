using System.Text.Json;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>What changed, for programs.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter json, AuditComparison comparison)
    {
        json.WriteStartObject();
        SummaryJson.WriteNumber(json, "average_before", comparison.AverageBefore);
        SummaryJson.WriteNumber(json, "average_after", comparison.AverageAfter);
        SummaryJson.WriteNumber(json, "average_delta", comparison.AverageDelta);
        json.WriteNumber("compared_pages", comparison.ComparedPages);
        json.WriteNumber("unchanged", comparison.Unchanged);
        json.WriteNumber("not_comparable", comparison.NotComparable);
        WriteChanges(json, "better", comparison.Better);
        WriteChanges(json, "worse", comparison.Worse);
        WritePages(json, "new_pages", comparison.NewPages);
        WritePages(json, "gone_pages", comparison.GonePages);
        WriteChecks(json, "newly_failing", comparison.NewlyFailing);
        WriteChecks(json, "newly_passing", comparison.NewlyPassing);
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, string name, IReadOnlyList<PageChange> changes)
    {
        json.WriteStartArray(name);
        foreach (PageChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("url", ShownAddress.Of(change.After.Url));
            SummaryJson.WriteNumber(json, "before", change.Before.Score);
            SummaryJson.WriteNumber(json, "after", change.After.Score);
            SummaryJson.WriteNumber(json, "delta", change.ScoreDelta);
            WriteNames(json, "newly_failing", change.NewlyFailing);
            WriteNames(json, "newly_passing", change.NewlyPassing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePages(Utf8JsonWriter json, string name, IReadOnlyList<PageSnapshot> pages)
    {
        json.WriteStartArray(name);
        foreach (PageSnapshot page in pages)
        {
            json.WriteStartObject();
            json.WriteString("url", ShownAddress.Of(page.Url));
            SummaryJson.WriteNumber(json, "score", page.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChecks(Utf8JsonWriter json, string name, IReadOnlyList<CheckChange> changes)
    {
        json.WriteStartArray(name);
        foreach (CheckChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("check", change.Check.Id);
            json.WriteString("name", change.Check.Name);
            json.WriteNumber("pages", change.Pages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<CheckId> checks)
    {
        json.WriteStartArray(name);
        foreach (CheckId check in checks)
        {
            json.WriteStringValue(check.Id);
        }

        json.WriteEndArray();
    }
}
