using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Hosting;

/// <summary>What fetches and audits pages for all three services.</summary>
internal sealed class AuditingEngine : IDisposable
{
    private readonly PageFetcher? _fetcher;

    public AuditingEngine(SeoAuditEmulatorOptions options)
    {
        // The network lives in real time: a test that moves its own clock must not make fetches time out.
        _fetcher = new PageFetcher(new PageFetchOptions { AllowedHosts = [.. options.AllowedHosts] }, TimeProvider.System);
        Analyzer = new PageAnalyzer(_fetcher);
        Crawler = new SiteCrawler(_fetcher);
        MayFetch = _fetcher.Allows;
    }

    public AuditingEngine(SeoAuditEmulatorOptions options, IPageAnalyzer analyzer, ISiteCrawler crawler)
    {
        Analyzer = analyzer;
        Crawler = crawler;
        MayFetch = new HostAllowList(options.AllowedHosts).Allows;
    }

    public IPageAnalyzer Analyzer { get; }

    public ISiteCrawler Crawler { get; }

    public Func<Uri, bool> MayFetch { get; }

    public void Dispose() => _fetcher?.Dispose();
}
