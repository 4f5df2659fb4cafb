using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>Where a scan stands.</summary>
/// <remarks>Documented: <c>pending</c>, <c>crawling</c>, <c>analyzing</c>, <c>completed</c>, <c>failed</c>. What a cancelled scan becomes is not; <c>cancelled</c> and <c>canceled</c> are taken as final. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<ScanStatus>))]
public readonly record struct ScanStatus : IOpenValue<ScanStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public ScanStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Checks of the site and discovery of its URLs.</summary>
    public static ScanStatus Pending { get; } = new("pending");

    /// <summary>Pages are being fetched.</summary>
    public static ScanStatus Crawling { get; } = new("crawling");

    /// <summary>Pages are being scored.</summary>
    public static ScanStatus Analyzing { get; } = new("analyzing");

    /// <summary>All results are there. Final.</summary>
    public static ScanStatus Completed { get; } = new("completed");

    /// <summary>Given up; pages analysed so far may be there. Final.</summary>
    public static ScanStatus Failed { get; } = new("failed");

    /// <summary>Cancelled. Final; not a documented value.</summary>
    public static ScanStatus Cancelled { get; } = new("cancelled");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether the scan will not change any more. A value that is not known is taken as not final.</summary>
    public bool IsFinal =>
        this == Completed || this == Failed || this == Cancelled || this == new ScanStatus("canceled");

    /// <inheritdoc/>
    public static ScanStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ScanStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
