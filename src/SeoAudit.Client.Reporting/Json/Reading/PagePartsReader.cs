using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>Reads what a page consists of.</summary>
internal static class PagePartsReader
{
    public static IReadOnlyList<PageCheck> Checks(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        var checks = new List<PageCheck>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!JsonValues.IsObject(ref reader))
            {
                continue;
            }

            checks.Add(Check(ref reader));
            if (checks.Count > ReportLimits.Checks)
            {
                throw new JsonException($"A page has more than {ReportLimits.Checks} checks.");
            }
        }

        return checks;
    }

    public static PageMetadata Metadata(ref Utf8JsonReader reader)
    {
        var metadata = new PageMetadata();
        if (!JsonValues.IsObject(ref reader))
        {
            return metadata;
        }

        while (JsonValues.NextMember(ref reader, out string name))
        {
            string? text = JsonValues.Text(ref reader);
            metadata = name switch
            {
                JsonWords.Title => metadata with { Title = text },
                JsonWords.Description => metadata with { Description = text },
                JsonWords.Canonical => metadata with { Canonical = text },
                JsonWords.OgTitle => metadata with { OgTitle = text },
                JsonWords.OgDescription => metadata with { OgDescription = text },
                JsonWords.OgImage => metadata with { OgImage = text },
                _ => metadata,
            };
        }

        return metadata;
    }

    public static CoreWebVitals? Vitals(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IsObject(ref reader))
        {
            return null;
        }

        var vitals = new CoreWebVitals();
        while (JsonValues.NextMember(ref reader, out string name))
        {
            vitals = name switch
            {
                JsonWords.Lcp => vitals with { Lcp = JsonValues.Milliseconds(ref reader) },
                JsonWords.Cls => vitals with { Cls = JsonValues.Number(ref reader) },
                JsonWords.Inp => vitals with { Inp = JsonValues.Milliseconds(ref reader) },
                JsonWords.Fcp => vitals with { Fcp = JsonValues.Milliseconds(ref reader) },
                JsonWords.Ttfb => vitals with { Ttfb = JsonValues.Milliseconds(ref reader) },
                JsonWords.Tbt => vitals with { Tbt = JsonValues.Milliseconds(ref reader) },
                JsonWords.Fid => vitals with { Fid = JsonValues.Milliseconds(ref reader) },
                JsonWords.PerformanceScore => vitals with { PerformanceScore = JsonValues.Number(ref reader) },
                _ => Skipped(vitals, ref reader),
            };
        }

        return vitals;
    }

    private static PageCheck Check(ref Utf8JsonReader reader)
    {
        var check = new PageCheck { Name = string.Empty, Status = default };
        bool? passed = null;
        CheckStatus? status = null;
        while (JsonValues.NextMember(ref reader, out string name))
        {
            switch (name)
            {
                case JsonWords.Passed:
                    passed = JsonValues.Flag(ref reader);
                    break;
                case JsonWords.Status:
                    status = JsonValues.Text(ref reader) is { } word ? new CheckStatus(word) : null;
                    break;
                case JsonWords.Weight:
                    check = check with { Weight = JsonValues.Number(ref reader) };
                    break;
                default:
                    check = With(check, name, JsonValues.Text(ref reader));
                    break;
            }
        }

        // The guide has no third verdict.
        return check with { Status = status ?? (passed == true ? CheckStatus.Passed : CheckStatus.Failed) };
    }

    private static PageCheck With(PageCheck check, string name, string? text) => name switch
    {
        JsonWords.Name => check with { Name = text ?? string.Empty },
        JsonWords.Message => check with { Message = text! },
        JsonWords.Value => check with { Value = text },
        JsonWords.Key => check with { Key = text },
        JsonWords.Category => check with { Category = text },
        JsonWords.Severity => check with { Severity = text },
        _ => check,
    };

    private static T Skipped<T>(T value, ref Utf8JsonReader reader)
    {
        reader.Skip();
        return value;
    }
}
