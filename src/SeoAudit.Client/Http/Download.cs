namespace SeoAudit.Client.Http;

/// <summary>A file on its way.</summary>
/// <param name="Content">Its bytes as they arrive; the receiver disposes them.</param>
/// <param name="MediaType">What it is said to be; null where nothing is said.</param>
/// <param name="Address">Where it was found, after redirects.</param>
internal readonly record struct Download(Stream Content, string? MediaType, Uri Address);
