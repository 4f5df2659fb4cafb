using System.Text.Json.Serialization;

namespace BulkAuditApi.Contract;

/// <summary>What a page says of itself. These names alone are in camel case, as in the guide.</summary>
internal sealed record PageMeta
{
    public static PageMeta None { get; } = new();

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Canonical { get; init; }

    [JsonPropertyName("ogTitle")]
    public string? OgTitle { get; init; }

    [JsonPropertyName("ogDescription")]
    public string? OgDescription { get; init; }

    [JsonPropertyName("ogImage")]
    public string? OgImage { get; init; }
}
