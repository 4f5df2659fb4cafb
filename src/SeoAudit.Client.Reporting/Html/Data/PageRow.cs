using System.Text.Json;
using SeoAudit.Client.Reporting.Html.Markup;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Html.Data;

/// <summary>One page's outcome as compact JSON; what is not known is left out.</summary>
internal sealed class PageRow
{
    public CheckTable Checks { get; } = new();

    public TextTable Texts { get; } = new();

    public void Write(Utf8JsonWriter json, PageAuditOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("url", PageAddress.Of(outcome.Url));
        json.WriteString("status", Status(outcome));
        if (outcome.Service is { } service)
        {
            json.WriteString("service", ServiceName.Of(service));
        }

        WriteNumber(json, "credits", outcome.Credits);
        if (outcome.Origin != OutcomeOrigin.Service)
        {
            json.WriteString("origin", Origin(outcome.Origin));
        }

        if (outcome.IsSuccess)
        {
            WriteAudit(json, outcome.Audit);
        }
        else
        {
            WriteError(json, outcome.Error);
        }

        json.WriteEndObject();
    }

    private static string Status(PageAuditOutcome outcome) => outcome.Status switch
    {
        OutcomeStatus.Audited => outcome.IsPassed ? "passed" : "failed",
        OutcomeStatus.Failed => "error",
        _ => "skipped",
    };

    private static string Origin(OutcomeOrigin origin) => origin switch
    {
        OutcomeOrigin.Cache => "from the cache",
        OutcomeOrigin.Earlier => "made before this run",
        _ => "from the journal of an earlier run",
    };

    private static void WriteMetadata(Utf8JsonWriter json, PageMetadata metadata)
    {
        WriteText(json, "title", metadata.Title);
        WriteText(json, "description", metadata.Description);
        WriteText(json, "canonical", metadata.Canonical);
        WriteText(json, "ogTitle", metadata.OgTitle);
        WriteText(json, "ogDescription", metadata.OgDescription);
        WriteText(json, "ogImage", metadata.OgImage);
    }

    private static void WriteVitals(Utf8JsonWriter json, CoreWebVitals vitals)
    {
        json.WriteStartObject("vitals");
        WriteNumber(json, "lcp", vitals.Lcp?.TotalMilliseconds);
        WriteNumber(json, "cls", vitals.Cls);
        WriteNumber(json, "inp", vitals.Inp?.TotalMilliseconds);
        WriteNumber(json, "fcp", vitals.Fcp?.TotalMilliseconds);
        WriteNumber(json, "ttfb", vitals.Ttfb?.TotalMilliseconds);
        WriteNumber(json, "tbt", vitals.Tbt?.TotalMilliseconds);
        WriteNumber(json, "fid", vitals.Fid?.TotalMilliseconds);
        WriteNumber(json, "performance", vitals.PerformanceScore);
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, SeoAuditException error)
    {
        json.WriteStartObject("error");
        json.WriteString("kind", Wording.ErrorKind(OutcomeErrorKind.Of(error)));
        WriteText(json, "message", error.Message);
        WriteText(json, "code", error.ErrorCode);
        WriteNumber(json, "status", (int?)error.StatusCode);
        WriteText(json, "requestId", error.RequestId);
        WriteText(json, "operationId", error.OperationId);
        WriteText(json, "retryAt", error.RateLimit?.RetryAt is { } retryAt ? Wording.When(retryAt) : null);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, Wording.Excerpt(text, CheckTexts.LongestText));
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            json.WriteNumber(name, Math.Round(value, 4));
        }
    }

    private void WriteAudit(Utf8JsonWriter json, PageAudit audit)
    {
        // As the totals reckon it.
        WriteNumber(json, "score", double.IsFinite(audit.Score) ? audit.Score : 0);
        WriteText(json, "grade", audit.Grade?.Value);
        WriteText(json, "at", audit.AuditedAt is { } at ? Wording.When(at) : null);
        WriteMetadata(json, audit.Metadata);
        if (audit.CoreWebVitals is { } vitals)
        {
            WriteVitals(json, vitals);
        }

        // Four values a check in one flat array: a browser reads hundreds of thousands of them, and small arrays cost it far more.
        json.WriteStartArray("checks");
        foreach (PageCheck check in audit.Checks)
        {
            if (check is not null)
            {
                Checks.Write(json, audit.Service, check);
                WriteVerdict(json, check.Status);
                Texts.Write(json, Wording.Excerpt(check.Message, CheckTexts.LongestText));
                Texts.Write(json, check.Value is null ? null : Wording.Excerpt(check.Value, CheckTexts.LongestText));
            }
        }

        json.WriteEndArray();
    }

    private static void WriteVerdict(Utf8JsonWriter json, CheckStatus status)
    {
        if (status == CheckStatus.Passed)
        {
            json.WriteNumberValue(0);
        }
        else if (status == CheckStatus.Failed)
        {
            json.WriteNumberValue(1);
        }
        else if (status == CheckStatus.Warning)
        {
            json.WriteNumberValue(2);
        }
        else
        {
            json.WriteStringValue(Wording.Excerpt(status.Value, CheckTexts.LongestName));
        }
    }
}
