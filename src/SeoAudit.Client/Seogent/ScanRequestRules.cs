using SeoAudit.Client.Urls;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Seogent;

/// <summary>What SEOgent documents about a scan request, checked before it is sent.</summary>
internal static class ScanRequestRules
{
    private const int MaxDomainLength = 2_000;

    public static void Check(ScanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Domain is null == request.Urls is null)
        {
            throw new ArgumentException(
                $"Set either '{nameof(ScanRequest.Domain)}' or '{nameof(ScanRequest.Urls)}', and not both.", nameof(request));
        }

        if (request.Domain is { } domain)
        {
            CheckDomain(domain, request.MaxPages);
        }

        if (request.Urls is { } urls)
        {
            CheckUrls(urls);
        }

        if (request.MaxPages is { } pages)
        {
            Require.InRange(pages, 1, ScanRequest.MaxPagesLimit, nameof(ScanRequest.MaxPages));
        }

        if (request.MaxCredits < 1)
        {
            throw Require.Broken(nameof(ScanRequest.MaxCredits), "must be 1 or more, or null.");
        }

        if (request.WebhookUrl is { } webhook)
        {
            CheckWebhook(webhook);
        }

        if (request.CrawlMode is { Value.Length: 0 })
        {
            throw Require.Broken(nameof(ScanRequest.CrawlMode), "must be 'discover', 'manual' or null.");
        }
    }

    private static void CheckDomain(string domain, int? maxPages)
    {
        string address = domain.Contains("://", StringComparison.Ordinal) ? domain : "https://" + domain;
        bool valid = domain.Length <= MaxDomainLength
            && !domain.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c))
            && UrlText.TryRead(address) is { } url
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.Host.Length > 0
            && !domain.Contains('@', StringComparison.Ordinal)
            && url.PathAndQuery == "/"
            && url.Fragment.Length == 0;
        if (!valid)
        {
            throw Require.Broken(
                nameof(ScanRequest.Domain), "must be a host such as example.com or https://example.com, without path, query or user name.");
        }

        if (maxPages is null)
        {
            throw Require.Broken(
                nameof(ScanRequest.MaxPages), $"(1 to {ScanRequest.MaxPagesLimit}) is required with '{nameof(ScanRequest.Domain)}'.");
        }
    }

    private static void CheckUrls(IReadOnlyList<Uri> urls)
    {
        Require.InRange(urls.Count, 1, ScanRequest.MaxUrls, $"{nameof(ScanRequest.Urls)}.Count");
        for (var index = 0; index < urls.Count; index++)
        {
            Require.HttpUrl(urls[index], name: $"{nameof(ScanRequest.Urls)}[{index}]");
        }
    }

    private static void CheckWebhook(Uri webhook)
    {
        bool isSafe = webhook.IsAbsoluteUri
            && (webhook.Scheme == Uri.UriSchemeHttps || (webhook.Scheme == Uri.UriSchemeHttp && webhook.IsLoopback));
        if (!isSafe || webhook.UserInfo.Length > 0)
        {
            throw Require.Broken(
                nameof(ScanRequest.WebhookUrl), "must be an absolute https URL without a user name (plain http only to loopback).");
        }
    }
}
