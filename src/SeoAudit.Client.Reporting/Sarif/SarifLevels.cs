namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>
/// How grave a check is. An error is only what the service itself calls critical or high, because GitHub has a pull request fail on
/// one: whether a run is good enough is for the quality gate to say.
/// </summary>
internal static class SarifLevels
{
    /// <summary>The level of a check; null for one that the page passes, or whose verdict is unknown.</summary>
    public static SarifLevel? Of(PageCheck check) =>
        check.Status == CheckStatus.Failed ? OfSeverity(check.Severity)
        : check.Status == CheckStatus.Warning ? SarifLevel.Note
        : null;

    public static string Word(SarifLevel level) => level switch
    {
        SarifLevel.Error => "error",
        SarifLevel.Warning => "warning",
        _ => "note",
    };

    /// <summary>GitHub's words for the same.</summary>
    public static string Problem(SarifLevel level) => level == SarifLevel.Note ? "recommendation" : Word(level);

    private static SarifLevel OfSeverity(string? severity) => severity?.ToLowerInvariant() switch
    {
        "critical" or "high" => SarifLevel.Error,
        "minor" or "low" or "info" => SarifLevel.Note,
        _ => SarifLevel.Warning,
    };
}
