using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.Pages;

/// <summary>One service's way of auditing one page; the facade knows the services only through this.</summary>
internal interface IPageAuditor
{
    AuditService Service { get; }

    Task<PageAudit> AuditAsync(Uri url, PageAuditOptions options, CancellationToken cancellationToken);

    /// <summary>Makes the auditor of one bulk run.</summary>
    IBulkAuditor ForBulk(BulkAuditOptions options);
}
