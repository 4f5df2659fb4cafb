namespace SeoAudit.Client.Operations;

/// <summary>Ids that a service gave for something that was just paid for.</summary>
internal static class ServiceIds
{
    /// <summary>The id, if it can be used in a path. If not, the caller must learn it all the same.</summary>
    public static string Require(AuditService service, string operation, string id)
    {
        try
        {
            return Validation.Require.PathSegment(id);
        }
        catch (ArgumentException exception)
        {
            throw new SeoAuditResponseException(
                $"{service} took the request and named an id that cannot be used; see {nameof(SeoAuditException.OperationId)}.", exception)
            {
                Service = service,
                Operation = operation,
                OperationId = string.IsNullOrWhiteSpace(id) ? null : id,
            };
        }
    }
}
