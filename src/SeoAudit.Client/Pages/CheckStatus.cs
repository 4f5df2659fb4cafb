using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client;

/// <summary>The verdict of a check.</summary>
/// <remarks>The wording is SEOgent's; the other services only know passed and failed. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<CheckStatus>))]
public readonly record struct CheckStatus : IOpenValue<CheckStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public CheckStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The page passes.</summary>
    public static CheckStatus Passed { get; } = new("passed");

    /// <summary>The page could do better.</summary>
    public static CheckStatus Warning { get; } = new("warning");

    /// <summary>The page fails.</summary>
    public static CheckStatus Failed { get; } = new("failed");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static CheckStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(CheckStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
