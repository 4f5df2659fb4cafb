namespace SeoAudit.Client;

/// <summary>
/// The service refused the request as wrong (400, 413, 422); <see cref="SeoAuditException.FieldErrors"/> says what is wrong
/// where the service names fields.
/// </summary>
public sealed class SeoAuditValidationException : SeoAuditException
{
    /// <inheritdoc/>
    public SeoAuditValidationException()
    {
    }

    /// <inheritdoc/>
    public SeoAuditValidationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SeoAuditValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
