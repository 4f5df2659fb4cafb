using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>What a check is about.</summary>
/// <remarks>Documented are the five known members. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<CheckCategory>))]
public readonly record struct CheckCategory : IOpenValue<CheckCategory>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public CheckCategory(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Title, description and other metadata.</summary>
    public static CheckCategory Meta { get; } = new("meta");

    /// <summary>Whether search engines may index the page.</summary>
    public static CheckCategory Indexability { get; } = new("indexability");

    /// <summary>Whether search engines can reach the page.</summary>
    public static CheckCategory Crawlability { get; } = new("crawlability");

    /// <summary>Speed.</summary>
    public static CheckCategory Performance { get; } = new("performance");

    /// <summary>The content of the page.</summary>
    public static CheckCategory Content { get; } = new("content");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static CheckCategory Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(CheckCategory other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
