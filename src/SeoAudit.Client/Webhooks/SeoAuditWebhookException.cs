namespace SeoAudit.Client;

/// <summary>What was posted as a webhook is none: too long, not JSON, or without the id of a scan.</summary>
public sealed class SeoAuditWebhookException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditWebhookException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditWebhookException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditWebhookException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether it is longer than may be read, whatever it says.</summary>
    public bool IsTooLong { get; init; }
}
