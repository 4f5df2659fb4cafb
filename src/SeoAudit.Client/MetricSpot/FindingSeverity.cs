using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>How much a finding matters.</summary>
/// <remarks>The four values that the service uses. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<FindingSeverity>))]
public readonly record struct FindingSeverity : IOpenValue<FindingSeverity>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public FindingSeverity(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Good to know.</summary>
    public static FindingSeverity Info { get; } = new("info");

    /// <summary>Worth mending.</summary>
    public static FindingSeverity Minor { get; } = new("minor");

    /// <summary>Hurts.</summary>
    public static FindingSeverity Major { get; } = new("major");

    /// <summary>Hurts badly.</summary>
    public static FindingSeverity Critical { get; } = new("critical");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static FindingSeverity Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(FindingSeverity other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
