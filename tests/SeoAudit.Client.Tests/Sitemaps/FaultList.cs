namespace SeoAudit.Client.Tests.Sitemaps;

/// <summary>Keeps the faults in the order in which they were told.</summary>
internal sealed class FaultList : List<SitemapFault>, IProgress<SitemapFault>
{
    public void Report(SitemapFault value) => Add(value);
}
