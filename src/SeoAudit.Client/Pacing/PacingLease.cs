using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace SeoAudit.Client.Pacing;

/// <summary>A permit, or the refusal of one. There is nothing to give back: permits come back by time.</summary>
internal sealed class PacingLease : RateLimitLease
{
    public static readonly PacingLease Granted = new(acquired: true);

    /// <summary>Refused because the limiter is closed.</summary>
    public static readonly PacingLease Closed = new(acquired: false);

    private readonly bool _acquired;
    private readonly TimeSpan _retryAfter;
    private readonly string? _reason;

    /// <summary>A refusal.</summary>
    /// <param name="retryAfter">When there would be a permit.</param>
    /// <param name="reason">Which setting forbids it now.</param>
    public PacingLease(TimeSpan retryAfter, string reason)
    {
        _retryAfter = retryAfter;
        _reason = reason;
    }

    private PacingLease(bool acquired) => _acquired = acquired;

    public override bool IsAcquired => _acquired;

    public override IEnumerable<string> MetadataNames =>
        _reason is null ? [] : [MetadataName.RetryAfter.Name, MetadataName.ReasonPhrase.Name];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = _reason is null ? null
            : metadataName == MetadataName.RetryAfter.Name ? _retryAfter
            : metadataName == MetadataName.ReasonPhrase.Name ? _reason
            : null;
        return metadata is not null;
    }
}
