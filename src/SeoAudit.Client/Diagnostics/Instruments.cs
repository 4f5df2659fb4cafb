using Tag = SeoAudit.Client.Diagnostics.TelemetryTag;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Every instrument of the meter.</summary>
internal static class Instruments
{
    public static readonly InstrumentText Audits = new(
        "seoaudit.audits", "{audit}", "Audits of pages that were asked for, one by one or in bulk, by what became of them.", Tag.Service, Tag.AuditOutcome, Tag.ErrorType);

    public static readonly InstrumentText OperationDuration = new(
        "seoaudit.operation.duration", "s", "Calls of a service, with their turn in the pacing, all attempts and the waits between them.", Tag.Service, Tag.Operation, Tag.ErrorType);

    public static readonly InstrumentText Attempts = new(
        "seoaudit.attempts", "{attempt}", "Requests sent.", Tag.Service, Tag.Operation, Tag.StatusCode, Tag.ErrorType);

    public static readonly InstrumentText AttemptDuration = new(
        "seoaudit.attempt.duration", "s", "Requests, until the answer was read; a download, until it began.", Tag.Service, Tag.Operation, Tag.StatusCode, Tag.ErrorType);

    public static readonly InstrumentText Retries = new(
        "seoaudit.retries", "{retry}", "Requests that were to be sent again, by why.", Tag.Service, Tag.Operation, Tag.RetryReason);

    public static readonly InstrumentText CreationsResent = new(
        "seoaudit.creations.resent", "{creation}", "Scans, audits, PDFs and keys that were asked for again because the service refused them or shows nothing of them.", Tag.Service, Tag.Operation, Tag.RetryReason);

    public static readonly InstrumentText CreationsAdopted = new(
        "seoaudit.creations.adopted", "{creation}", "Scans and audits whose answer was lost, and that were found at the service instead of being paid for twice.", Tag.Service, Tag.Operation);

    public static readonly InstrumentText CreationsUnknown = new(
        "seoaudit.creations.unknown", "{creation}", "Scans, audits, PDFs and keys of which it could not be found out whether the service made them.", Tag.Service, Tag.Operation, Tag.ErrorType);

    public static readonly InstrumentText Polls = new(
        "seoaudit.polls", "{poll}", "Questions how far an operation is, while it was waited for.", Tag.Service, Tag.ErrorType);

    public static readonly InstrumentText WaitDuration = new(
        "seoaudit.wait.duration", "s", "Waits for an operation, with the reading of its result.", Tag.Service, Tag.ErrorType);

    public static readonly InstrumentText CacheLookups = new(
        "seoaudit.cache.lookups", "{lookup}", "Audits that were looked for in the cache.", Tag.CacheResult, Tag.Service);

    public static readonly InstrumentText QuotaRemaining = new(
        "seoaudit.quota.remaining", "{audit}", "Audits that may still be sent in the current period.", Tag.Service, Tag.Account);

    public static readonly InstrumentText CreditsRemaining = new(
        "seoaudit.credits.remaining", "{credit}", "Credits that SEOgent said were left when they were last asked for.", Tag.Service, Tag.Account);

    public static IReadOnlyList<InstrumentText> All { get; } =
    [
        Audits, OperationDuration, Attempts, AttemptDuration, Retries, CreationsResent, CreationsAdopted, CreationsUnknown, Polls, WaitDuration,
        CacheLookups, QuotaRemaining, CreditsRemaining,
    ];
}
