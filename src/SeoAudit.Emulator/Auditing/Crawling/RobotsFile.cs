namespace SeoAudit.Emulator.Auditing.Crawling;

/// <param name="Status">What the server answered; null when it did not.</param>
/// <param name="Rules">What a crawler has to keep to.</param>
internal sealed record RobotsFile(int? Status, RobotsTxt Rules)
{
    public bool Exists => Status is >= 200 and < 300;
}
