using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client;

/// <summary>How often a page is said to change. Source: the sitemaps.org protocol.</summary>
/// <remarks>A value that the protocol does not know is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<ChangeFrequency>))]
public readonly record struct ChangeFrequency : IOpenValue<ChangeFrequency>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the sitemap words it.</summary>
    /// <param name="value">The value.</param>
    public ChangeFrequency(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>On each access.</summary>
    public static ChangeFrequency Always { get; } = new("always");

    /// <summary>Every hour.</summary>
    public static ChangeFrequency Hourly { get; } = new("hourly");

    /// <summary>Every day.</summary>
    public static ChangeFrequency Daily { get; } = new("daily");

    /// <summary>Every week.</summary>
    public static ChangeFrequency Weekly { get; } = new("weekly");

    /// <summary>Every month.</summary>
    public static ChangeFrequency Monthly { get; } = new("monthly");

    /// <summary>Every year.</summary>
    public static ChangeFrequency Yearly { get; } = new("yearly");

    /// <summary>Archived for good.</summary>
    public static ChangeFrequency Never { get; } = new("never");

    /// <summary>The value as the sitemap words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static ChangeFrequency Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ChangeFrequency other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
