namespace SeoAudit.Client.Reporting.Tests.Comparison;

internal static class Snapshots
{
    public static AuditSnapshot Of(params PageAuditOutcome[] outcomes)
    {
        var builder = new AuditSnapshotBuilder();
        foreach (PageAuditOutcome outcome in outcomes)
        {
            builder.Add(outcome);
        }

        return builder.Build();
    }

    public static PageAuditOutcome By(AuditService service, string url, double score, params PageCheck[] checks)
    {
        var audit = new PageAudit { Url = new Uri(url), Service = service, Score = score, Checks = checks };
        return PageAuditOutcome.Succeeded(audit.Url, audit);
    }

    public static string[] UrlsOf(IEnumerable<PageChange> changes) => [.. changes.Select(static change => change.After.Url.AbsoluteUri)];

    public static string[] UrlsOf(IEnumerable<PageSnapshot> pages) => [.. pages.Select(static page => page.Url.AbsoluteUri)];

    public static string[] Texts(IEnumerable<CheckChange> changes) => [.. changes.Select(static change => $"{change.Check.Id} {change.Pages}")];
}
