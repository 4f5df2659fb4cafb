namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class DescriptionChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Presence = new("meta_description", "Meta Description", CheckCategory.Meta, 8);
    private static readonly CheckDefinition Length = new("meta_description_length", "Meta Description Length", CheckCategory.Meta, 4);
    private static readonly LengthBand Good = new("meta description", 70, 160);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        string? description = page.Metadata.Description;
        yield return description is null
            ? Presence.Fail("The page has no meta description. Add one that makes a searcher want to read on.")
            : Presence.Pass("The page has a meta description.", description);
        yield return Good.Judge(Length, description);
    }
}
