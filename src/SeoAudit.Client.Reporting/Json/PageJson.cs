using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Json;

/// <summary>Writes one page: the guide's members in its order, then the others.</summary>
internal sealed class PageJson(JsonReportOptions options, TimeProvider time)
{
    public void Write(Utf8JsonWriter json, PageAuditOutcome outcome)
    {
        json.WriteStartObject();
        WriteGuide(json, outcome);
        if (!options.GuideOnly)
        {
            WriteOthers(json, outcome);
        }

        json.WriteEndObject();
    }

    private void WriteGuide(Utf8JsonWriter json, PageAuditOutcome outcome)
    {
        json.WriteString(JsonWords.Url, ShownAddress.Of(outcome.Url));
        json.WriteNumber(JsonWords.Score, outcome.GuideScore());
        json.WriteString(JsonWords.Grade, outcome.GuideGrade());
        json.WriteStartArray(JsonWords.Checks);
        foreach (PageCheck check in outcome.Audit?.Checks ?? [])
        {
            WriteCheck(json, check);
        }

        json.WriteEndArray();
        WriteMetadata(json, outcome.Audit?.Metadata);
        // The guide always has a time: that of the error where there is one.
        json.WriteString(JsonWords.Timestamp, outcome.Audit?.AuditedAt ?? time.GetUtcNow());
        json.WriteString(JsonWords.Error, outcome.Error?.Message);
    }

    private void WriteCheck(Utf8JsonWriter json, PageCheck check)
    {
        json.WriteStartObject();
        json.WriteString(JsonWords.Name, check.Name);
        json.WriteBoolean(JsonWords.Passed, check.IsPassed());
        json.WriteString(JsonWords.Message, check.Message);
        json.WriteString(JsonWords.Value, check.Value);
        if (!options.GuideOnly)
        {
            json.WriteString(JsonWords.Key, check.Key);
            json.WriteString(JsonWords.Status, check.Status.Value);
            json.WriteString(JsonWords.Category, check.Category);
            json.WriteString(JsonWords.Severity, check.Severity);
            json.WriteFinite(JsonWords.Weight, check.Weight);
        }

        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, PageMetadata? metadata)
    {
        json.WriteStartObject(JsonWords.Meta);
        json.WriteString(JsonWords.Title, metadata?.Title);
        json.WriteString(JsonWords.Description, metadata?.Description);
        json.WriteString(JsonWords.Canonical, metadata?.Canonical);
        json.WriteString(JsonWords.OgTitle, metadata?.OgTitle);
        json.WriteString(JsonWords.OgDescription, metadata?.OgDescription);
        json.WriteString(JsonWords.OgImage, metadata?.OgImage);
        json.WriteEndObject();
    }

    private static void WriteOthers(Utf8JsonWriter json, PageAuditOutcome outcome)
    {
        json.WriteNumber(JsonWords.Version, JsonWords.FormatVersion);
        json.WriteNumber(JsonWords.Index, outcome.Index);
        json.WriteString(JsonWords.Status, ReportWords.Of(outcome.Status));
        json.WriteString(JsonWords.Service, ReportWords.Of(outcome.Service));
        json.WriteFinite(JsonWords.PassThreshold, outcome.PassThreshold);
        json.WriteString(JsonWords.Origin, ReportWords.Of(outcome.Origin));
        json.WriteFinite(JsonWords.Credits, outcome.Credits);
        json.WriteString(JsonWords.AuditedUrl, outcome.Audit is { } audit ? ShownAddress.Of(audit.Url) : null);
        json.WriteMoment(JsonWords.AuditedAt, outcome.Audit?.AuditedAt);
        json.WriteBoolean(JsonWords.Cached, outcome.Audit is { IsCached: true });
        WriteVitals(json, outcome.Audit?.CoreWebVitals);
        json.WriteMoment(JsonWords.RetryAt, outcome.RetryAt);
        if (outcome.Error is { } error)
        {
            ErrorJson.Write(json, error);
        }
        else
        {
            json.WriteNull(JsonWords.ErrorDetails);
        }
    }

    private static void WriteVitals(Utf8JsonWriter json, CoreWebVitals? vitals)
    {
        if (vitals is null)
        {
            json.WriteNull(JsonWords.CoreWebVitals);
            return;
        }

        json.WriteStartObject(JsonWords.CoreWebVitals);
        json.WriteMilliseconds(JsonWords.Lcp, vitals.Lcp);
        json.WriteFinite(JsonWords.Cls, vitals.Cls);
        json.WriteMilliseconds(JsonWords.Inp, vitals.Inp);
        json.WriteMilliseconds(JsonWords.Fcp, vitals.Fcp);
        json.WriteMilliseconds(JsonWords.Ttfb, vitals.Ttfb);
        json.WriteMilliseconds(JsonWords.Tbt, vitals.Tbt);
        json.WriteMilliseconds(JsonWords.Fid, vitals.Fid);
        json.WriteFinite(JsonWords.PerformanceScore, vitals.PerformanceScore);
        json.WriteEndObject();
    }
}
