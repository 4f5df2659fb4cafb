using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>An element that violates a rule.</summary>
public sealed record ViolationNode
{
    /// <summary>CSS selectors for the element; the way into a frame or shadow root is joined by <c>" >>> "</c>. Never null.</summary>
    [JsonConverter(typeof(SelectorPathConverter))]
    public IReadOnlyList<string> Target
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }

    /// <summary>The element's HTML. Hostile input: encode it before you show it.</summary>
    public string Html
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Why it fails; null where the service does not say.</summary>
    public string? FailureSummary { get; init; }
}
