using System.Text.Json;
using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.SeoPeek;

/// <summary>One check of a <see cref="SeoPeekAudit"/>.</summary>
public sealed record SeoPeekCheck
{
    /// <summary>What was checked.</summary>
    public string Name
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Whether the page passes.</summary>
    // The name keeps .NET 8's JSON generator from taking this member and the next for one.
    [JsonIgnore]
    [JsonPropertyName("~passed")]
    public bool Passed
    {
        get => PassedOnWire ?? StatusText?.ToUpperInvariant() is "PASS" or "PASSED" or "OK";
        init => PassedOnWire = value;
    }

    /// <summary>What was found.</summary>
    public string Message
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The value that was judged: documented as text, but carried whatever it is; null where it is missing.</summary>
    public JsonElement? Value
    {
        get => ValueOnWire switch
        {
            null => null,
            string text => JsonSerializer.SerializeToElement(text, SeoPeekJsonContext.Default.String),
            var element => (JsonElement)element,
        };
        init => ValueOnWire = value;
    }

    /// <summary>The value as text; null where there is none, or it is no Unicode.</summary>
    [JsonIgnore]
    public string? ValueText => ValueOnWire switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => null,
        string text => text,
        var element => JsonText.Of((JsonElement)element),
    };

    /// <summary>The value as a <see cref="JsonElement"/>, or as text where it is text: an element costs more than all else of a check.</summary>
    [JsonIgnore]
    internal object? ValueOnWire { get; init; }

    [JsonInclude]
    [JsonPropertyName("passed")]
    internal bool? PassedOnWire { get; init; }

    // Read only where "passed" is missing.
    [JsonInclude]
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal JsonElement? Status { get; init; }

    private string? StatusText => Status is { ValueKind: JsonValueKind.String } status ? JsonText.Of(status) : null;
}
