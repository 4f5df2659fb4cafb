namespace SeoAudit.Client.Reporting.Output;

/// <summary>The words that CSV and JSON reports have for what is an enumeration here, and back.</summary>
internal static class ReportWords
{
    private static readonly string[] Services = ["seopeek", "seogent", "metricspot"];
    private static readonly string[] Statuses = ["audited", "failed", "not_attempted"];
    private static readonly string[] Origins = ["service", "cache", "earlier", "journal"];
    private static readonly string[] Timeouts = ["attempt", "call", "wait", "idle"];
    private static readonly string[] Faults = ["unusable", "in_use", "other_format", "other_options", "corrupt"];

    public static string? Of(AuditService? service) => service is { } value ? Word(Services, (int)value) : null;

    public static string Of(OutcomeStatus status) => Statuses[(int)status];

    public static string? Of(OutcomeOrigin origin) => Word(Origins, (int)origin);

    public static string? Of(TimeoutKind kind) => Word(Timeouts, (int)kind);

    public static string? Of(JournalFault fault) => Word(Faults, (int)fault);

    public static AuditService? Service(string? word) => Index(Services, word) is { } index ? (AuditService)index : null;

    public static OutcomeStatus? Status(string? word) => Index(Statuses, word) is { } index ? (OutcomeStatus)index : null;

    public static OutcomeOrigin? Origin(string? word) => Index(Origins, word) is { } index ? (OutcomeOrigin)index : null;

    public static TimeoutKind? Timeout(string? word) => Index(Timeouts, word) is { } index ? (TimeoutKind)index : null;

    public static JournalFault? Fault(string? word) => Index(Faults, word) is { } index ? (JournalFault)index : null;

    // A later core package may know more than this one has words for.
    private static string? Word(string[] words, int index) => index >= 0 && index < words.Length ? words[index] : null;

    private static int? Index(string[] words, string? word)
    {
        int index = Array.FindIndex(words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }
}
