namespace SeoAudit.Emulator.Auditing.Checks;

internal static class CheckCategory
{
    public const string Meta = "meta";
    public const string Indexability = "indexability";
    public const string Crawlability = "crawlability";
    public const string Performance = "performance";
    public const string Content = "content";
}
