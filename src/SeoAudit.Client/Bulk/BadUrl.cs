namespace SeoAudit.Client.Bulk;

/// <summary>Words a URL that is refused before anything is sent, like one that a service refuses.</summary>
internal static class BadUrl
{
    public static SeoAuditValidationException Error(ArgumentException exception, AuditService? service) => new(exception.Message, exception)
    {
        Service = service,
        FieldErrors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["url"] = [exception.Message] },
    };
}
