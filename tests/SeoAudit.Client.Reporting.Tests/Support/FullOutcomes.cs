using System.Net;

namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Outcomes that have something in each of their members.</summary>
internal static class FullOutcomes
{
    public static readonly Uri Url = new("https://example.com/a?b=c");

    public static readonly RateLimit RateLimit = new()
    {
        Limit = 50,
        Remaining = 0,
        ResetsAt = Outcomes.AuditedAt.AddHours(9),
        RetryAfter = TimeSpan.FromTicks(12_345_678_901),
        RetryAt = Outcomes.AuditedAt.AddTicks(12_345_678_901),
    };

    public static readonly PageAudit Audit = new()
    {
        Url = new Uri("https://example.com/a"),
        Service = AuditService.Seogent,
        Score = 87.25,
        Grade = Grade.B,
        Checks =
        [
            Outcomes.Passes("title") with { Key = "meta.title", Category = "meta", Severity = "major", Weight = 1.5, Value = "Home" },
            Outcomes.Fails("canonical"),
            new PageCheck { Name = "images", Status = CheckStatus.Warning },
        ],
        Metadata = new PageMetadata
        {
            Title = "A \"quoted\" title",
            Description = "One, two",
            Canonical = "https://example.com/a",
            OgTitle = "og",
            OgDescription = "ogd",
            OgImage = "https://example.com/i.png",
        },
        CoreWebVitals = new CoreWebVitals
        {
            Lcp = TimeSpan.FromTicks(25_000_001),
            Cls = -0.05,
            Inp = TimeSpan.FromMilliseconds(200),
            Fcp = TimeSpan.FromMilliseconds(900),
            Ttfb = TimeSpan.FromMilliseconds(80),
            Tbt = TimeSpan.Zero,
            Fid = TimeSpan.FromMilliseconds(3),
            PerformanceScore = 99,
        },
        AuditedAt = Outcomes.AuditedAt.AddTicks(7),
        IsCached = true,
    };

    public static readonly PageAuditOutcome Audited = PageAuditOutcome.Succeeded(Url, Audit, 7) with
    {
        Origin = OutcomeOrigin.Cache,
        PassThreshold = 87.3,
        Credits = 1.5,
    };

    /// <summary>An error of every type that can stand in an outcome, with something in each of its members.</summary>
    public static IEnumerable<SeoAuditException> Errors()
    {
        const string Message = "It did not end well:\n\"no\"";
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["url"] = ["is no page", "is too long"], ["x\ny"] = [] };
        yield return new SeoAuditRateLimitException(Message) { Service = AuditService.MetricSpot, RateLimit = RateLimit, StatusCode = HttpStatusCode.TooManyRequests };
        yield return new SeoAuditQuotaException(Message) { Service = AuditService.SeoPeek, RateLimit = new RateLimit(), ErrorCode = "QUOTA", Attempts = 3 };
        yield return new SeoAuditAuthenticationException(Message) { StatusCode = HttpStatusCode.Forbidden, ServiceMessage = "no", RequestId = "r-1" };
        yield return new SeoAuditNotFoundException(Message) { Operation = "GetScan", OperationId = "scan-1" };
        yield return new SeoAuditValidationException(Message) { FieldErrors = fields };
        yield return new SeoAuditConflictException(Message) { IsTransient = true };
        yield return new AuditFailedException(Message) { Status = "failed", OperationId = "audit-1" };
        yield return new SeoAuditTimeoutException(Message) { Kind = TimeoutKind.Wait, Timeout = TimeSpan.FromTicks(99_999_999) };
        yield return new SeoAuditCreditLimitException(Message) { MaxCredits = 10, EstimatedCredits = 12, Balance = 99, IsCancelled = true };
        yield return new SeoAuditOutcomeUnknownException(Message) { WhatToCheck = "the list" };
        yield return new SeoAuditResponseException(Message) { StatusCode = HttpStatusCode.OK };
        yield return new SeoAuditJournalException(Message) { Fault = JournalFault.InUse, Path = "/tmp/journal.jsonl" };
        yield return new SeoAuditException(Message) { StatusCode = HttpStatusCode.BadGateway, IsTransient = true };
        yield return new SeoAuditException(Message) { IsTransient = true };
        yield return new SeoAuditException(Message, new HttpRequestException("connection refused"));
        yield return new SeoAuditException(Message);
    }

    public static IEnumerable<PageAuditOutcome> OfEveryError() => Errors().Select(static (error, index) => index % 2 == 0
        ? PageAuditOutcome.Failed(Url, error, index)
        : PageAuditOutcome.NotAttempted(Url, error, index));
}
