namespace SeoAudit.Client.Seogent;

/// <summary>The answer to a cancellation. Source: SEOgent API reference, <c>POST /scans/{scan_id}/cancel</c>.</summary>
public sealed record ScanCancellation : ServiceResult
{
    /// <summary>The service's words; may be null.</summary>
    public string? Message { get; init; }
}
