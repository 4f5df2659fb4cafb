namespace SeoAudit.Client;

/// <summary>
/// The service answered with success, but with something that its contract does not allow: not JSON, cut off, empty, too large,
/// a required member missing, a redirect, or a page cursor that goes in circles.
/// </summary>
public sealed class SeoAuditResponseException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditResponseException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditResponseException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditResponseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
