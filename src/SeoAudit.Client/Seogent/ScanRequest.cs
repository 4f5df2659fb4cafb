using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace SeoAudit.Client.Seogent;

/// <summary>What a scan covers: a domain, or a list of URLs, never both. Source: SEOgent API reference, <c>POST /scans</c>.</summary>
/// <remarks>Checked when the scan is started, before anything is sent.</remarks>
public sealed record ScanRequest
{
    /// <summary>The most URLs that one scan may list.</summary>
    public const int MaxUrls = 1_000;

    /// <summary>The most pages that one scan may crawl.</summary>
    public const int MaxPagesLimit = 10_000;

    /// <summary>The domain to crawl, bare (<c>example.com</c>) or with its scheme; null where <see cref="Urls"/> are given.</summary>
    public string? Domain { get; init; }

    /// <summary>1 to 1,000 absolute http(s) URLs; null where a <see cref="Domain"/> is given.</summary>
    [JsonConverter(typeof(UrlListConverter))]
    public IReadOnlyList<Uri>? Urls { get; init; }

    /// <summary>How pages are found; null for the service's default: discover for a domain, manual for URLs.</summary>
    public CrawlMode? CrawlMode { get; init; }

    /// <summary>The most pages to crawl, 1 to 10,000; required with a <see cref="Domain"/>.</summary>
    public int? MaxPages { get; init; }

    /// <summary>Whether Core Web Vitals are measured. Costs more credits. False by default.</summary>
    public bool PerformanceScan { get; init; }

    /// <summary>Whether WCAG 2.1 AA checks are made. Costs more credits. False by default.</summary>
    public bool AccessibilityScan { get; init; }

    /// <summary>Whether dead links and broken images are looked for. Costs more credits. False by default.</summary>
    public bool LinkCheck { get; init; }

    /// <summary>
    /// Where the results are posted when the scan completes: absolute, https (plain http to loopback); null for nowhere.
    /// <see cref="object.ToString"/> does not show its query, where a secret may stand.
    /// </summary>
    [JsonConverter(typeof(UrlConverter))]
    public Uri? WebhookUrl { get; init; }

    /// <summary>
    /// The most credits that the scan may take, 1 or more; null for no limit. Not sent: the account's credits are read before the scan is
    /// queued, and a scan whose <see cref="CreatedScan.EstimatedCredits"/> are more, or more than the account has and will not renew, is
    /// cancelled at once (<see cref="SeoAuditCreditLimitException"/>). A scan that the service gives no estimate for is not held back.
    /// </summary>
    [JsonIgnore]
    public long? MaxCredits { get; init; }

    /// <summary>A scan of a whole domain.</summary>
    /// <param name="domain">The domain, bare or with its scheme.</param>
    /// <param name="maxPages">The most pages to crawl, 1 to 10,000.</param>
    /// <returns>The request.</returns>
    public static ScanRequest ForDomain(string domain, int maxPages) => new() { Domain = domain, MaxPages = maxPages };

    /// <summary>A scan of the given pages and no others.</summary>
    /// <param name="urls">1 to 1,000 absolute http(s) URLs.</param>
    /// <returns>The request.</returns>
    public static ScanRequest ForUrls(params IEnumerable<Uri> urls) => new() { Urls = [.. urls] };

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Domain = {Domain}, Urls = {Urls?.Count}, CrawlMode = {CrawlMode}, MaxPages = {MaxPages}, PerformanceScan = {PerformanceScan}, "
            + $"AccessibilityScan = {AccessibilityScan}, LinkCheck = {LinkCheck}, WebhookUrl = {WebhookAddress.Mask(WebhookUrl?.OriginalString)}, "
            + $"MaxCredits = {MaxCredits}");
        return true;
    }
}
