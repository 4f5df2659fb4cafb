using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.MetricSpot;

/// <summary>Where an audit stands.</summary>
/// <remarks>Documented: <c>queued</c>, <c>running</c>, <c>completed</c>, <c>failed</c>; <c>complete</c> is seen in one place and taken as completed. A value that the service adds later is carried as it is; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<AuditStatus>))]
public readonly record struct AuditStatus : IOpenValue<AuditStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    public AuditStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Not begun.</summary>
    public static AuditStatus Queued { get; } = new("queued");

    /// <summary>Begun.</summary>
    public static AuditStatus Running { get; } = new("running");

    /// <summary>The findings are there and will not change. Final.</summary>
    public static AuditStatus Completed { get; } = new("completed");

    /// <summary>Given up; costs nothing. Final.</summary>
    public static AuditStatus Failed { get; } = new("failed");

    /// <summary>The value as the service words it; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether the findings are there.</summary>
    public bool IsCompleted => this == Completed || this == new AuditStatus("complete");

    /// <summary>Whether the audit will not change any more. A value that is not known is taken as not final.</summary>
    public bool IsFinal => IsCompleted || this == Failed;

    /// <inheritdoc/>
    public static AuditStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(AuditStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
