using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client;

/// <summary>Where a job stands.</summary>
/// <remarks>Other implementations and later versions may add values; they are carried as they are, and compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<BulkAuditJobStatus>))]
public readonly record struct BulkAuditJobStatus : IOpenValue<BulkAuditJobStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    public BulkAuditJobStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Stored, and waiting for its turn.</summary>
    public static BulkAuditJobStatus Pending { get; } = new("pending");

    /// <summary>Begun; also while it waits for a quota to return, and between two processes.</summary>
    public static BulkAuditJobStatus Running { get; } = new("running");

    /// <summary>Every URL has its outcome, good or bad. Final.</summary>
    public static BulkAuditJobStatus Completed { get; } = new("completed");

    /// <summary>Given up because of something that concerns the job itself; outcomes that are there stay. Final.</summary>
    public static BulkAuditJobStatus Failed { get; } = new("failed");

    /// <summary>Cancelled; outcomes that are there stay. Final.</summary>
    public static BulkAuditJobStatus Cancelled { get; } = new("cancelled");

    /// <summary>The value; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether the job will not change any more. A value that is not known is taken as not final.</summary>
    public bool IsFinal => this == Completed || this == Failed || this == Cancelled;

    /// <inheritdoc/>
    public static BulkAuditJobStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(BulkAuditJobStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
