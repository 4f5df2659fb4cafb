namespace SeoAudit.Client;

/// <summary>The plan's allowance or the account's credits are used up (402). Waiting a little will not help; a new period or an upgrade will.</summary>
public sealed class SeoAuditQuotaException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditQuotaException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditQuotaException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditQuotaException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
