using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>How a scan finds its pages.</summary>
/// <remarks>Sent in lower case; SEOgent answers with a capital letter. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<CrawlMode>))]
public readonly record struct CrawlMode : IOpenValue<CrawlMode>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public CrawlMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>From the sitemap or by following links; the default for a domain.</summary>
    public static CrawlMode Discover { get; } = new("discover");

    /// <summary>Only the given URLs; the default for a list of URLs.</summary>
    public static CrawlMode Manual { get; } = new("manual");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static CrawlMode Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(CrawlMode other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
