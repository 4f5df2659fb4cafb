using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>How much an accessibility violation hurts.</summary>
/// <remarks>The scale of axe-core, which SEOgent's rule names come from. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<ViolationImpact>))]
public readonly record struct ViolationImpact : IOpenValue<ViolationImpact>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public ViolationImpact(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A nuisance.</summary>
    public static ViolationImpact Minor { get; } = new("minor");

    /// <summary>An obstacle for some.</summary>
    public static ViolationImpact Moderate { get; } = new("moderate");

    /// <summary>A barrier for some.</summary>
    public static ViolationImpact Serious { get; } = new("serious");

    /// <summary>Content that some people cannot use at all.</summary>
    public static ViolationImpact Critical { get; } = new("critical");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static ViolationImpact Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ViolationImpact other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
