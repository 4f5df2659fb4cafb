using System.Diagnostics.CodeAnalysis;

namespace SeoAudit.Client;

/// <summary>What became of one URL: an audit or an error, never both and never neither.</summary>
public sealed record PageAuditOutcome
{
    private PageAuditOutcome(Uri url, int index, PageAudit? audit, SeoAuditException? error)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
        Index = index;
        Audit = audit;
        Error = error;
    }

    /// <summary>The URL as it was handed in.</summary>
    public Uri Url { get; }

    /// <summary>Its place in the input, from 0.</summary>
    public int Index { get; }

    /// <summary>The audit; null where it failed.</summary>
    public PageAudit? Audit { get; }

    /// <summary>Why there is no audit; null where there is one.</summary>
    public SeoAuditException? Error { get; }

    /// <summary>Whether there is an audit, whatever its score.</summary>
    [MemberNotNullWhen(true, nameof(Audit))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Audit is not null;

    /// <summary>An outcome with an audit.</summary>
    /// <param name="url">The URL as it was handed in.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="index">Its place in the input, from 0.</param>
    /// <returns>The outcome.</returns>
    public static PageAuditOutcome Succeeded(Uri url, PageAudit audit, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return new PageAuditOutcome(url, index, audit, error: null);
    }

    /// <summary>An outcome with an error.</summary>
    /// <param name="url">The URL as it was handed in.</param>
    /// <param name="error">Why there is no audit.</param>
    /// <param name="index">Its place in the input, from 0.</param>
    /// <returns>The outcome.</returns>
    public static PageAuditOutcome Failed(Uri url, SeoAuditException error, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new PageAuditOutcome(url, index, audit: null, error);
    }
}
