using System.Diagnostics.CodeAnalysis;

namespace SeoAudit.Client;

/// <summary>What became of one URL: an audit or an error, never both and never neither.</summary>
public sealed record PageAuditOutcome
{
    private PageAuditOutcome(Uri url, int index, PageAudit? audit, SeoAuditException? error, OutcomeStatus status)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
        Index = index;
        Audit = audit;
        Error = error;
        Status = status;
    }

    /// <summary>The URL as it was handed in.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public Uri Url { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Its place in the input, from 0; a URL that comes several times has the place of the first.</summary>
    public int Index { get; init; }

    /// <summary>Whether it was audited, failed, or was not attempted.</summary>
    public OutcomeStatus Status { get; }

    /// <summary>The audit; null where there is none.</summary>
    public PageAudit? Audit { get; }

    /// <summary>Why there is no audit; null where there is one.</summary>
    public SeoAuditException? Error { get; }

    /// <summary>Whether there is an audit, whatever its score.</summary>
    [MemberNotNullWhen(true, nameof(Audit))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Audit is not null;

    /// <summary>Where it comes from.</summary>
    /// <value><see cref="OutcomeOrigin.Service"/> by default.</value>
    public OutcomeOrigin Origin { get; init; }

    /// <summary>The service that answered, or that the error is about; null where no service was asked.</summary>
    public AuditService? Service => Audit?.Service ?? Error?.Service;

    /// <summary>The score from which a page passes, 0 to 100.</summary>
    /// <value><see cref="BulkAuditOptions.PassThreshold"/> of the run; 70 by default, as in the SEOPeek guide.</value>
    public double PassThreshold { get; init; } = BulkAuditOptions.DefaultPassThreshold;

    /// <summary>Whether there is an audit whose score reaches <see cref="PassThreshold"/>.</summary>
    public bool IsPassed => Audit is { } audit && audit.Score >= PassThreshold;

    /// <summary>
    /// The credits that the page took: its even share of what SEOgent estimated for its scan; null where the service has no
    /// credits or said nothing, and where nothing was spent in this run.
    /// </summary>
    public double? Credits { get; init; }

    /// <summary>Where the line begins that the journal has of it; null where there is none.</summary>
    internal long? JournalPlace { get; init; }

    /// <summary>When the page may be tried again; null where there is an audit or nobody said.</summary>
    public DateTimeOffset? RetryAt => Error?.RateLimit?.RetryAt;

    /// <summary>An outcome with an audit.</summary>
    /// <param name="url">The URL as it was handed in.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="index">Its place in the input, from 0.</param>
    /// <returns>The outcome.</returns>
    public static PageAuditOutcome Succeeded(Uri url, PageAudit audit, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return new PageAuditOutcome(url, index, audit, error: null, OutcomeStatus.Audited);
    }

    /// <summary>An outcome with an error.</summary>
    /// <param name="url">The URL as it was handed in.</param>
    /// <param name="error">Why there is no audit.</param>
    /// <param name="index">Its place in the input, from 0.</param>
    /// <returns>The outcome.</returns>
    public static PageAuditOutcome Failed(Uri url, SeoAuditException error, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new PageAuditOutcome(url, index, audit: null, error, OutcomeStatus.Failed);
    }

    /// <summary>An outcome of a URL that was not tried.</summary>
    /// <param name="url">The URL as it was handed in.</param>
    /// <param name="reason">What stopped the run.</param>
    /// <param name="index">Its place in the input, from 0.</param>
    /// <returns>The outcome.</returns>
    public static PageAuditOutcome NotAttempted(Uri url, SeoAuditException reason, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new PageAuditOutcome(url, index, audit: null, reason, OutcomeStatus.NotAttempted);
    }
}
