using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Json;

/// <summary>
/// Writes what is known of an error beside its text. The service's answer is left out: reports are handed around, and what a service
/// wrote into an answer was meant for the caller.
/// </summary>
internal static class ErrorJson
{
    public static void Write(Utf8JsonWriter json, SeoAuditException error)
    {
        json.WriteStartObject(JsonWords.ErrorDetails);
        json.WriteString(JsonWords.Kind, OutcomeErrorKind.Of(error).Value);
        json.WriteString(JsonWords.Code, error.ErrorCode);
        json.WriteWhole(JsonWords.HttpStatus, (int?)error.StatusCode);
        json.WriteString(JsonWords.ServiceMessage, error.ServiceMessage);
        json.WriteString(JsonWords.RequestId, error.RequestId);
        json.WriteString(JsonWords.Operation, error.Operation);
        json.WriteString(JsonWords.OperationId, error.OperationId);
        json.WriteBoolean(JsonWords.Transient, error.IsTransient);
        json.WriteNumber(JsonWords.Attempts, error.Attempts);
        WriteFields(json, error.FieldErrors);
        WriteRateLimit(json, error.RateLimit);
        WriteOwn(json, error);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        json.WriteStartObject(JsonWords.FieldErrors);
        foreach ((string field, IReadOnlyList<string> messages) in fields)
        {
            json.WriteStartArray(field);
            foreach (string message in messages)
            {
                json.WriteStringValue(message);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRateLimit(Utf8JsonWriter json, RateLimit? limit)
    {
        if (limit is null)
        {
            json.WriteNull(JsonWords.RateLimit);
            return;
        }

        json.WriteStartObject(JsonWords.RateLimit);
        json.WriteWhole(JsonWords.Limit, limit.Limit);
        json.WriteWhole(JsonWords.Remaining, limit.Remaining);
        json.WriteMoment(JsonWords.ResetsAt, limit.ResetsAt);
        json.WriteMilliseconds(JsonWords.RetryAfter, limit.RetryAfter);
        json.WriteMoment(JsonWords.RetryAt, limit.RetryAt);
        json.WriteEndObject();
    }

    /// <summary>What only errors of one type have.</summary>
    private static void WriteOwn(Utf8JsonWriter json, SeoAuditException error)
    {
        switch (error)
        {
            case AuditFailedException failed:
                json.WriteString(JsonWords.FinalStatus, failed.Status);
                break;
            case SeoAuditTimeoutException late:
                json.WriteString(JsonWords.TimeoutKind, ReportWords.Of(late.Kind));
                json.WriteMilliseconds(JsonWords.Timeout, late.Timeout);
                break;
            case SeoAuditCreditLimitException credits:
                json.WriteNumber(JsonWords.MaxCredits, credits.MaxCredits);
                json.WriteWhole(JsonWords.EstimatedCredits, credits.EstimatedCredits);
                json.WriteNumber(JsonWords.Balance, credits.Balance);
                json.WriteBoolean(JsonWords.Cancelled, credits.IsCancelled);
                break;
            case SeoAuditOutcomeUnknownException unknown:
                json.WriteString(JsonWords.WhatToCheck, unknown.WhatToCheck);
                break;
            case SeoAuditJournalException journal:
                json.WriteString(JsonWords.JournalFault, ReportWords.Of(journal.Fault));
                json.WriteString(JsonWords.JournalPath, journal.Path);
                break;
        }
    }
}
