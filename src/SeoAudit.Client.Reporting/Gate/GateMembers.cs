using System.Text.Json;

namespace SeoAudit.Client.Reporting.Gate;

/// <summary>The members of a gate in JSON.</summary>
internal static class GateMembers
{
    /// <summary>What editors take the allowed members from; it is no rule.</summary>
    public const string Schema = "$schema";

    private delegate QualityGate? Reader(QualityGate gate, JsonElement value);

    private static readonly Member[] All =
    [
        new("minAverageScore", nameof(QualityGate.MinAverageScore), "a number", static (gate, value) => Number(value) is { } number ? gate with { MinAverageScore = number } : null),
        new("minPageScore", nameof(QualityGate.MinPageScore), "a number", static (gate, value) => Number(value) is { } number ? gate with { MinPageScore = number } : null),
        new("maxFailedPages", nameof(QualityGate.MaxFailedPages), "a whole number", static (gate, value) => Count(value) is { } count ? gate with { MaxFailedPages = count } : null),
        new("maxErrors", nameof(QualityGate.MaxErrors), "a whole number", static (gate, value) => Count(value) is { } count ? gate with { MaxErrors = count } : null),
        new("requiredChecks", nameof(QualityGate.RequiredChecks), "an array of strings", static (gate, value) => Names(value) is { } names ? gate with { RequiredChecks = names } : null),
        new("maxLcpMs", nameof(QualityGate.MaxLcp), "a number", static (gate, value) => Time(value) is { } time ? gate with { MaxLcp = time } : null),
        new("maxCls", nameof(QualityGate.MaxCls), "a number", static (gate, value) => Number(value) is { } number ? gate with { MaxCls = number } : null),
        new("maxInpMs", nameof(QualityGate.MaxInp), "a number", static (gate, value) => Time(value) is { } time ? gate with { MaxInp = time } : null),
        new("maxScoreDrop", nameof(QualityGate.MaxScoreDrop), "a number", static (gate, value) => Number(value) is { } number ? gate with { MaxScoreDrop = number } : null),
        new("maxAverageDrop", nameof(QualityGate.MaxAverageDrop), "a number", static (gate, value) => Number(value) is { } number ? gate with { MaxAverageDrop = number } : null),
        new("maxFailedChecks", nameof(QualityGate.MaxFailedChecks), "an object of whole numbers, each severity once", static (gate, value) => Budgets(value) is { } budgets ? gate with { MaxFailedChecks = budgets } : null),
    ];

    public static bool IsKnown(string name) => Find(name) is not null;

    /// <summary>The name in JSON of a member of <see cref="QualityGate"/>.</summary>
    public static string NameOf(string property) => All.First(member => member.Property == property).Name;

    /// <summary>The gate with one member more, or the same gate and a fault.</summary>
    public static QualityGate Read(QualityGate gate, JsonProperty property, List<string> faults)
    {
        if (Find(property.Name) is not { } member)
        {
            faults.Add($"{property.Name} is no rule of a gate; those are {string.Join(", ", All.Select(static member => member.Name))}");
            return gate;
        }

        if (member.Read(gate, property.Value) is { } with)
        {
            return with;
        }

        faults.Add($"{member.Name} must be {member.Expected}");
        return gate;
    }

    private static Member? Find(string name) => Array.Find(All, member => member.Name == name);

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null;

    private static int? Count(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int count) ? count : null;

    // Whatever a span cannot hold is out of the allowed range too.
    private static TimeSpan? Time(JsonElement value) => Number(value) switch
    {
        null => null,
        { } ms when ms >= TimeSpan.MaxValue.TotalMilliseconds => TimeSpan.MaxValue,
        { } ms when ms <= TimeSpan.MinValue.TotalMilliseconds => TimeSpan.MinValue,
        { } ms => TimeSpan.FromMilliseconds(ms),
    };

    private static string[]? Names(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(static item => item.GetString()!)]
            : null;

    private static Dictionary<string, int>? Budgets(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var budgets = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (Count(property.Value) is not { } count || !budgets.TryAdd(property.Name, count))
            {
                return null;
            }
        }

        return budgets;
    }

    private sealed record Member(string Name, string Property, string Expected, Reader Read);
}
