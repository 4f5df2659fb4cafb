using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client;

/// <summary>A school grade for a score.</summary>
/// <remarks>SEOPeek documents A to F; SEOgent A (90–100), B (70–89), C (50–69), D and F (0–49). A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<Grade>))]
public readonly record struct Grade : IOpenValue<Grade>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public Grade(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Grade A.</summary>
    public static Grade A { get; } = new("A");

    /// <summary>Grade B.</summary>
    public static Grade B { get; } = new("B");

    /// <summary>Grade C.</summary>
    public static Grade C { get; } = new("C");

    /// <summary>Grade D.</summary>
    public static Grade D { get; } = new("D");

    /// <summary>Grade F.</summary>
    public static Grade F { get; } = new("F");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static Grade Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Grade other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
