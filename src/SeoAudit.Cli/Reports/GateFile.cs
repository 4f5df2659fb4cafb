using System.Text.Json;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>Reads rules from a JSON file whose members are named like the options, e.g. <c>{"fail-under": 70}</c>.</summary>
internal static class GateFile
{
    private static readonly Dictionary<string, Func<QualityGate, JsonElement, QualityGate>> Members = new(StringComparer.Ordinal)
    {
        ["fail-under"] = static (gate, value) => gate with { MinAverageScore = Points(value) },
        ["min-page-score"] = static (gate, value) => gate with { MinPageScore = Points(value) },
        ["max-failed"] = static (gate, value) => gate with { MaxFailedPages = Count(value) },
        ["max-errors"] = static (gate, value) => gate with { MaxErrors = Count(value) },
        ["require-check"] = static (gate, value) => gate with { RequiredChecks = [.. value.EnumerateArray().Select(static check => check.GetString() ?? throw new FormatException("check names"))] },
        ["max-checks"] = static (gate, value) => gate with
        {
            MaxFailedChecks = value.EnumerateObject().ToDictionary(static one => one.Name, static one => Count(one.Value), StringComparer.OrdinalIgnoreCase),
        },
        ["max-lcp"] = static (gate, value) => gate with { MaxLcp = Duration(value) },
        ["max-cls"] = static (gate, value) => gate with { MaxCls = value.GetDouble() is >= 0 and var shift ? shift : throw new FormatException("0 or more") },
        ["max-inp"] = static (gate, value) => gate with { MaxInp = Duration(value) },
        ["max-drop"] = static (gate, value) => gate with { MaxScoreDrop = Points(value) },
        ["max-average-drop"] = static (gate, value) => gate with { MaxAverageDrop = Points(value) },
    };

    /// <summary>The names of the rules.</summary>
    public static IEnumerable<string> Names => Members.Keys;

    /// <exception cref="UsageException">The file is not such a one; the message names the member.</exception>
    public static QualityGate Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().Aggregate(new QualityGate(), (gate, member) => Apply(gate, member, path))
                : throw new UsageException($"{path} does not hold a JSON object of rules.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{path} is not JSON: {exception.Message}", exception);
        }
    }

    private static QualityGate Apply(QualityGate gate, JsonProperty member, string path)
    {
        if (!Members.TryGetValue(member.Name, out Func<QualityGate, JsonElement, QualityGate>? apply))
        {
            throw new UsageException($"{path} has a rule \"{member.Name}\", which is none of {string.Join(", ", Names)}.");
        }

        try
        {
            return apply(gate, member.Value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"{path}: the rule \"{member.Name}\" cannot have the value {member.Value.GetRawText()}.", exception);
        }
    }

    private static double Points(JsonElement value) => value.GetDouble() is >= 0 and <= 100 and var points ? points : throw new FormatException("0 to 100");

    private static int Count(JsonElement value) => value.GetInt32() is >= 0 and var count ? count : throw new FormatException("0 or more");

    private static TimeSpan Duration(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? Values.TryDuration(value.GetString()!) ?? throw new FormatException("a time")
        : TimeSpan.FromMilliseconds(value.GetDouble());
}
