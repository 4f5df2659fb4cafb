namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>Checks that look at the same feature of a page.</summary>
internal interface IPageCheckGroup
{
    /// <summary>Judges the page; always one result a check, whatever the page holds.</summary>
    IEnumerable<CheckResult> Run(AuditedPage page);
}
