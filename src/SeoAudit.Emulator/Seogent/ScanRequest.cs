namespace SeoAudit.Emulator.Seogent;

/// <summary>A valid request for a scan. <see cref="Site"/> is set for a domain, <see cref="Urls"/> for a list.</summary>
internal sealed record ScanRequest
{
    public Uri? Site { get; init; }

    public IReadOnlyList<Uri> Urls { get; init; } = [];

    /// <summary>The most pages that can come of it.</summary>
    public required int PageLimit { get; init; }

    public required bool PerformanceScan { get; init; }

    public required bool AccessibilityScan { get; init; }

    public required bool LinkCheck { get; init; }

    public Uri? WebhookUrl { get; init; }

    /// <summary>The host, with its port where that is not the scheme's own: on loopback it is all that tells sites apart.</summary>
    public string Domain => (Site ?? Urls[0]).Authority;

    public string CrawlMode => Site is null ? "manual" : "discover";
}
