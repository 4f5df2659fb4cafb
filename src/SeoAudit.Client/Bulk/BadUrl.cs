namespace SeoAudit.Client.Bulk;

/// <summary>Words a URL that is refused before anything is sent, like one that a service refuses.</summary>
internal static class BadUrl
{
    public static SeoAuditValidationException Error(ArgumentException exception, AuditService? service)
    {
        // Whoever reads it has no parameter of that name.
        string message = exception.Message.Replace($" (Parameter '{exception.ParamName}')", string.Empty, StringComparison.Ordinal);
        return new(message, exception)
        {
            Service = service,
            FieldErrors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["url"] = [message] },
        };
    }
}
