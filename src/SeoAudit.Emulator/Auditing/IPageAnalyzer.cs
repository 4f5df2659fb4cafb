namespace SeoAudit.Emulator.Auditing;

/// <summary>Fetches pages and audits their HTML.</summary>
internal interface IPageAnalyzer
{
    /// <summary>Fetches one page and audits it.</summary>
    /// <exception cref="PageFetchException">The page may not be, or could not be, fetched.</exception>
    Task<PageAnalysis> AnalyzeAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>The status that an address answers with; null when it does not answer or may not be fetched.</summary>
    Task<int?> ProbeAsync(Uri url, CancellationToken cancellationToken);
}
