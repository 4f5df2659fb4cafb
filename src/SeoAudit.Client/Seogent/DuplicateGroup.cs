using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>A text and the pages that share it.</summary>
public sealed record DuplicateGroup
{
    /// <summary>The title or description.</summary>
    [JsonIgnore]
    public string Text => Title ?? Description ?? string.Empty;

    /// <summary>The title; null among descriptions.</summary>
    public string? Title { get; init; }

    /// <summary>The description; null among titles. Its name on the wire is not documented; this is the likely one.</summary>
    public string? Description { get; init; }

    /// <summary>The pages' addresses. Never null.</summary>
    public IReadOnlyList<string> Pages
    {
        get => field ?? [];
        init => field = NotNull.Items(value);
    }
}
