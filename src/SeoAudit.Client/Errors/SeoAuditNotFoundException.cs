namespace SeoAudit.Client;

/// <summary>The scan, audit or PDF does not exist, or belongs to another account (404).</summary>
public sealed class SeoAuditNotFoundException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditNotFoundException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditNotFoundException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
