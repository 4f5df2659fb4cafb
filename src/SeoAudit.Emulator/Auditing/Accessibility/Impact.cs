namespace SeoAudit.Emulator.Auditing.Accessibility;

internal static class Impact
{
    public const string Minor = "minor";
    public const string Moderate = "moderate";
    public const string Serious = "serious";
    public const string Critical = "critical";
}
