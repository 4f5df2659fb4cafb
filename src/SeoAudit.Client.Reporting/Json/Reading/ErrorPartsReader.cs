using System.Text.Json;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>Reads what an error's details consist of.</summary>
internal static class ErrorPartsReader
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors(ref Utf8JsonReader reader)
    {
        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!JsonValues.IsObject(ref reader))
        {
            return errors;
        }

        while (JsonValues.NextMember(ref reader, out string field))
        {
            IReadOnlyList<string> messages = Messages(ref reader);
            if (errors.Count < ReportLimits.FieldErrors)
            {
                errors[field] = messages;
            }
        }

        return errors;
    }

    public static RateLimit? RateLimit(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IsObject(ref reader))
        {
            return null;
        }

        var limit = new RateLimit();
        while (JsonValues.NextMember(ref reader, out string name))
        {
            switch (name)
            {
                case JsonWords.Limit:
                    limit = limit with { Limit = JsonValues.Whole(ref reader) };
                    break;
                case JsonWords.Remaining:
                    limit = limit with { Remaining = JsonValues.Whole(ref reader) };
                    break;
                case JsonWords.ResetsAt:
                    limit = limit with { ResetsAt = JsonValues.Moment(ref reader) };
                    break;
                case JsonWords.RetryAfter:
                    limit = limit with { RetryAfter = JsonValues.Milliseconds(ref reader) };
                    break;
                case JsonWords.RetryAt:
                    limit = limit with { RetryAt = JsonValues.Moment(ref reader) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return limit;
    }

    private static List<string> Messages(ref Utf8JsonReader reader)
    {
        var messages = new List<string>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return messages;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (JsonValues.Text(ref reader) is { } message && messages.Count < ReportLimits.FieldErrors)
            {
                messages.Add(message);
            }
        }

        return messages;
    }
}
