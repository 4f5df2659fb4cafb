using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Where a PDF stands.</summary>
/// <remarks>Only <c>ready</c> is documented; <c>completed</c> and <c>complete</c> are taken as ready, <c>failed</c> and <c>error</c> as failed, all else as still being made. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<PdfStatus>))]
public readonly record struct PdfStatus : IOpenValue<PdfStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public PdfStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Being made.</summary>
    public static PdfStatus Queued { get; } = new("queued");

    /// <summary>Can be downloaded. Final.</summary>
    public static PdfStatus Ready { get; } = new("ready");

    /// <summary>Given up. Final.</summary>
    public static PdfStatus Failed { get; } = new("failed");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether the PDF can be downloaded.</summary>
    public bool IsReady => this == Ready || this == new PdfStatus("completed") || this == new PdfStatus("complete");

    /// <summary>Whether the PDF was given up.</summary>
    public bool IsFailed => this == Failed || this == new PdfStatus("error");

    /// <inheritdoc/>
    public static PdfStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(PdfStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
