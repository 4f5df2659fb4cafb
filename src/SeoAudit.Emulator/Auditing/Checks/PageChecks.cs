namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>All checks of one page, in the order in which reports list them.</summary>
internal static class PageChecks
{
    private static readonly IPageCheckGroup[] Groups =
    [
        new TitleChecks(),
        new DescriptionChecks(),
        new CanonicalChecks(),
        new RobotsChecks(),
        new HeadingChecks(),
        new OpenGraphChecks(),
        new DocumentChecks(),
        new StructuredDataChecks(),
        new HreflangChecks(),
        new ContentChecks(),
        new LinkChecks(),
        new UrlChecks(),
        new TransportChecks(),
        new SpeedChecks(),
    ];

    public static IEnumerable<CheckResult> Run(AuditedPage page) => Groups.SelectMany(group => group.Run(page));
}
