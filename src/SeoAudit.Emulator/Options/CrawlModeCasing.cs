namespace SeoAudit.Emulator;

/// <summary>How SEOgent's answers spell a crawl mode.</summary>
public enum CrawlModeCasing
{
    /// <summary><c>Discover</c> and <c>Manual</c>, as in the documented sample.</summary>
    Capitalized,

    /// <summary><c>discover</c> and <c>manual</c>, as they are sent.</summary>
    LowerCase,
}
