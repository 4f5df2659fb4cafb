namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class TitleChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Presence = new("meta_title", "Title Tag", CheckCategory.Meta, 10);
    private static readonly CheckDefinition Length = new("meta_title_length", "Title Length", CheckCategory.Meta, 5);
    private static readonly LengthBand Good = new("title", 30, 60);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        string? title = page.Metadata.Title;
        yield return title is null
            ? Presence.Fail("The page has no title. Add a title element that names its subject.")
            : Presence.Pass("The page has a title.", title);
        yield return Good.Judge(Length, title);
    }
}
