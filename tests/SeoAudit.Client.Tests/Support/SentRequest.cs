namespace SeoAudit.Client.Tests.Support;

internal sealed record SentRequest(HttpMethod Method, Uri Url, string? Key, string Accept, string? Body);
