using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>A filter of pages by score; not a filter of checks.</summary>
/// <remarks>The value of the query parameter <c>min_severity</c>. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<MinSeverity>))]
public readonly record struct MinSeverity : IOpenValue<MinSeverity>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public MinSeverity(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Pages that score below 50.</summary>
    public static MinSeverity Critical { get; } = new("critical");

    /// <summary>Pages that score below 70.</summary>
    public static MinSeverity High { get; } = new("high");

    /// <summary>Pages that score below 90.</summary>
    public static MinSeverity Medium { get; } = new("medium");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static MinSeverity Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(MinSeverity other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
