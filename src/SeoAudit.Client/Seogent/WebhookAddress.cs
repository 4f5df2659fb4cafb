namespace SeoAudit.Client.Seogent;

/// <summary>The address of a webhook, as it may be shown: SEOgent signs nothing, so whoever knows its query can post to it.</summary>
internal static class WebhookAddress
{
    public static string? Mask(string? url) => url?.IndexOf('?') is int query and >= 0 ? string.Concat(url.AsSpan(0, query), "?***") : url;
}
