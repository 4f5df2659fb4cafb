namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>What a site's robots.txt and the rest of its root were found to be.</summary>
/// <param name="Site">The site's address.</param>
/// <param name="Robots">Its robots.txt.</param>
/// <param name="Sitemap">A sitemap of it that can be read; null when there is none.</param>
/// <param name="MissingPageStatus">What it answers for a page that does not exist; null when it does not answer.</param>
internal sealed record SiteFacts(Uri Site, RobotsFile Robots, Uri? Sitemap, int? MissingPageStatus);
