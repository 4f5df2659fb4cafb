using System.Reflection;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>Every reader of the client, and of the reports.</summary>
internal static class AllTargets
{
    private static readonly SegmentGrammar Elements = new(
        '<', "urlset", "sitemapindex", "url", "loc", "lastmod", "priority", "changefreq", "rss", "feed", "item", "entry", "link", "xhtml:link", "hreflang", "!DOCTYPE a [", "!ENTITY a \"aa\">", "![CDATA[", "!--", "?xml version=\"1.0\" encoding=\"utf-16\"?>", "&a;", "&#0;", "&#x10FFFF;", "&lt;", "/url>", "url/>");

    public static IReadOnlyList<FuzzTarget> Create()
    {
        var seoPeek = new ServiceWire(SeoPeekProfile.Instance, SeoPeekJsonContext.Default);
        var seogent = new ServiceWire(SeogentProfile.Instance, SeogentJsonContext.Default);
        var metricSpot = new ServiceWire(MetricSpotProfile.Instance, MetricSpotJsonContext.Default);
        return
        [
            .. Answers(seoPeek, typeof(ISeoPeekApi)),
            .. Answers(seogent, typeof(ISeogentApi)),
            .. Answers(metricSpot, typeof(IMetricSpotApi)),
            new QuickReaderTarget(),
            new PageAuditTarget<SeoPeekAudit>(seoPeek, nameof(ISeoPeekApi.AuditAsync), nameof(SeoPeekAudit), SeoPeekPageAuditor.ToPageAudit),
            new PageAuditTarget<ScanResults>(
                seogent,
                nameof(ISeogentApi.GetResultsAsync),
                nameof(ScanResults),
                static (url, results) => results.Results.Data is [var page, ..] ? SeogentPageAuditor.ToPageAudit(url, page) : null),
            new PageAuditTarget<AuditEnvelope>(
                metricSpot,
                nameof(IMetricSpotApi.GetAuditAsync),
                nameof(AuditEnvelope),
                static (url, envelope) => MetricSpotPageAuditor.ToPageAudit(url, MetricSpotAudit.From(envelope))),
            new ErrorTarget(seoPeek, nameof(ISeoPeekApi.AuditAsync)),
            new ErrorTarget(seogent, nameof(ISeogentApi.CreateScanAsync)),
            new ErrorTarget(metricSpot, nameof(IMetricSpotApi.CreateAuditAsync)),
            new RateLimitTarget(),
            new StoredTarget<PageAudit>(StoredJson.ReadAudit, StoredJson.WriteAudit, "StoredAudits"),
            new StoredTarget<SeoAuditException>(StoredJson.ReadError, StoredJson.WriteError, "StoredErrors"),
            new StoredTarget<PageAuditOutcome>(BulkAuditJobSerializer.ReadOutcome, BulkAuditJobSerializer.WriteOutcome, "StoredOutcomes"),
            new StoredTarget<BulkAuditJobOptions>(BulkAuditJobSerializer.ReadOptions, BulkAuditJobSerializer.WriteOptions, "JobOptions"),
            new JournalTarget(),
            new JobRecordTarget(),
            new JobOutcomesTarget(),
            new JobLogTarget(),
            new JobUrlTarget(),
            new SitemapTarget("sitemap", "https://example.com/sitemap.xml", Elements),
            new SitemapTarget("sitemap-gzip", "https://example.com/sitemap.xml.gz", Elements, isPacked: true, corpus: "sitemap"),
            new SitemapTarget("sitemap-packed", "https://example.com/sitemap.xml.gz", new SegmentGrammar('\0')),
            new SitemapTarget("robots", "https://example.com/", new SegmentGrammar('\n', "Sitemap:", "sitemap :", "User-agent: *", "Disallow: /", "#", "=====")),
            new PageUrlTarget(),
            new ScanRequestTarget(),
            new WebhookTarget(),
            new ReportTarget(),
            new GateTarget(),
        ];
    }

    // Each type that an endpoint answers with, once.
    private static IEnumerable<FuzzTarget> Answers(ServiceWire wire, Type api) => api.GetMethods()
        .Where(static method => method.ReturnType.GetGenericArguments() is [{ Name: not nameof(Stream) }])
        .DistinctBy(static method => method.ReturnType)
        .Select(method => Answer(wire, method));

    private static FuzzTarget Answer(ServiceWire wire, MethodInfo method)
    {
        Type answer = method.ReturnType.GetGenericArguments()[0];
        return (FuzzTarget)Activator.CreateInstance(typeof(AnswerTarget<>).MakeGenericType(answer), wire, method.Name, answer.Name, null)!;
    }
}
