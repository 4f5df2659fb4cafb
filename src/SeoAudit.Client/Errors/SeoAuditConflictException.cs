namespace SeoAudit.Client;

/// <summary>
/// The thing is not in a state that allows the call (409, or SEOgent's <c>scan_already_terminal</c>): a finished scan cannot be
/// cancelled, an unfinished audit has no PDF.
/// </summary>
public sealed class SeoAuditConflictException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditConflictException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditConflictException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
