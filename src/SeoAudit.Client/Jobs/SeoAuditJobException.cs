namespace SeoAudit.Client;

/// <summary>A job cannot be taken, stored or read. Nothing was sent to a service.</summary>
public sealed class SeoAuditJobException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditJobException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditJobException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditJobException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong.</summary>
    public JobFault Fault { get; init; }
}
