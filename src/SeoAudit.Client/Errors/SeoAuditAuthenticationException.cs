namespace SeoAudit.Client;

/// <summary>
/// The key is missing, not accepted (401), or does not allow this call (403: another account's audit, a plan or scope that
/// does not include it). Calling again with the same key will not help.
/// </summary>
public sealed class SeoAuditAuthenticationException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditAuthenticationException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditAuthenticationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditAuthenticationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
