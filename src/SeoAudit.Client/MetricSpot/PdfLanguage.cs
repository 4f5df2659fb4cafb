using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>The language of a PDF.</summary>
/// <remarks>Documented are the six known members. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<PdfLanguage>))]
public readonly record struct PdfLanguage : IOpenValue<PdfLanguage>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public PdfLanguage(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>English.</summary>
    public static PdfLanguage English { get; } = new("en");

    /// <summary>Spanish.</summary>
    public static PdfLanguage Spanish { get; } = new("es");

    /// <summary>German.</summary>
    public static PdfLanguage German { get; } = new("de");

    /// <summary>French.</summary>
    public static PdfLanguage French { get; } = new("fr");

    /// <summary>Portuguese.</summary>
    public static PdfLanguage Portuguese { get; } = new("pt");

    /// <summary>Italian.</summary>
    public static PdfLanguage Italian { get; } = new("it");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static PdfLanguage Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(PdfLanguage other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
