using System.Globalization;
using System.Text;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Seogent;

/// <summary>A scan that has just been queued. Source: SEOgent API reference, <c>POST /scans</c>.</summary>
public sealed record CreatedScan : ServiceResult
{
    /// <summary>The scan's id, a UUID as text.</summary>
    public required string ScanId
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary><c>pending</c> at first.</summary>
    public ScanStatus Status { get; init; }

    /// <summary>The domain; may be null for a scan of URLs.</summary>
    public string? Domain { get; init; }

    /// <summary>How pages are found.</summary>
    public CrawlMode CrawlMode { get; init; }

    /// <summary>URLs known so far; 0 for a domain that has yet to be crawled.</summary>
    public int TotalUrls { get; init; }

    /// <summary>Credits that the scan is expected to take; null where the service does not say.</summary>
    public long? EstimatedCredits { get; init; }

    /// <summary>
    /// Where results will be posted; null for nowhere. <see cref="object.ToString"/> does not show its query, where a secret may stand.
    /// </summary>
    public string? WebhookUrl { get; init; }

    /// <summary>The service's words; may be null.</summary>
    public string? Message { get; init; }

    /// <summary>Prints the members, without the query of the webhook's address.</summary>
    /// <param name="builder">Where to print.</param>
    /// <returns>True: something was printed.</returns>
    protected override bool PrintMembers(StringBuilder builder)
    {
        if (base.PrintMembers(builder))
        {
            builder.Append(", ");
        }

        builder.Append(
            CultureInfo.InvariantCulture,
            $"ScanId = {ScanId}, Status = {Status}, Domain = {Domain}, CrawlMode = {CrawlMode}, TotalUrls = {TotalUrls}, "
            + $"EstimatedCredits = {EstimatedCredits}, WebhookUrl = {WebhookAddress.Mask(WebhookUrl)}, Message = {Message}");
        return true;
    }
}
