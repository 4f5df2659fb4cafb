using SeoAudit.Client.Bulk;
using SeoAudit.Client.Pages;

namespace SeoAudit.Client.SeoPeek;

internal sealed class SeoPeekPageAuditor(ISeoPeekClient client, ISeoPeekClient bulkClient) : IPageAuditor
{
    public AuditService Service => AuditService.SeoPeek;

    public async Task<PageAudit> AuditAsync(Uri url, PageAuditOptions options, CancellationToken cancellationToken) =>
        ToPageAudit(url, await client.AuditAsync(url, cancellationToken).ConfigureAwait(false));

    public IBulkAuditor ForBulk(BulkAuditOptions options) => new SeoPeekBulkAuditor(bulkClient);

    internal static PageAudit ToPageAudit(Uri url, SeoPeekAudit audit) => new()
    {
        Url = url,
        Service = AuditService.SeoPeek,
        Score = audit.Score,
        Grade = audit.Grade,
        Checks = new MappedList<SeoPeekCheck, PageCheck>(audit.Checks, ToPageCheck),
        Metadata = new PageMetadata
        {
            Title = audit.Meta.Title,
            Description = audit.Meta.Description,
            Canonical = audit.Meta.Canonical,
            OgTitle = audit.Meta.OgTitle,
            OgDescription = audit.Meta.OgDescription,
            OgImage = audit.Meta.OgImage,
        },
        AuditedAt = audit.Timestamp,
        Source = audit,
    };

    private static PageCheck ToPageCheck(SeoPeekCheck check) => new()
    {
        Name = check.Name,
        Status = check.Passed ? CheckStatus.Passed : CheckStatus.Failed,
        Message = check.Message,
        Value = check.ValueText,
    };
}
