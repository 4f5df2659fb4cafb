namespace SeoAudit.Client.Reporting.Json;

/// <summary>The member names of JSON and JSON Lines reports.</summary>
internal static class JsonWords
{
    public const string FormatName = "seoaudit-report";

    /// <summary>Grows when a reader of the one before would be misled; new members alone do not make it grow.</summary>
    public const int FormatVersion = 1;

    public const string Format = "format";
    public const string Version = "version";
    public const string CreatedAt = "created_at";

    public const string Total = "total";
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string AverageScore = "average_score";
    public const string AverageAuditedScore = "average_audited_score";
    public const string Audited = "audited";
    public const string Errors = "errors";
    public const string NotAttempted = "not_attempted";
    public const string Results = "results";

    public const string Url = "url";
    public const string Score = "score";
    public const string Grade = "grade";
    public const string Checks = "checks";
    public const string Meta = "meta";
    public const string Timestamp = "timestamp";
    public const string Error = "error";

    public const string Name = "name";
    public const string Message = "message";
    public const string Value = "value";
    public const string Key = "key";
    public const string Status = "status";
    public const string Category = "category";
    public const string Severity = "severity";
    public const string Weight = "weight";

    public const string Title = "title";
    public const string Description = "description";
    public const string Canonical = "canonical";
    public const string OgTitle = "ogTitle";
    public const string OgDescription = "ogDescription";
    public const string OgImage = "ogImage";

    public const string Index = "index";
    public const string Service = "service";
    public const string PassThreshold = "pass_threshold";
    public const string Origin = "origin";
    public const string Credits = "credits";
    public const string AuditedUrl = "audited_url";
    public const string AuditedAt = "audited_at";
    public const string Cached = "cached";
    public const string CoreWebVitals = "core_web_vitals";
    public const string RetryAt = "retry_at";
    public const string ErrorDetails = "error_details";

    public const string Lcp = "lcp_ms";
    public const string Cls = "cls";
    public const string Inp = "inp_ms";
    public const string Fcp = "fcp_ms";
    public const string Ttfb = "ttfb_ms";
    public const string Tbt = "tbt_ms";
    public const string Fid = "fid_ms";
    public const string PerformanceScore = "performance_score";

    public const string Kind = "kind";
    public const string Code = "code";
    public const string HttpStatus = "http_status";
    public const string ServiceMessage = "service_message";
    public const string FieldErrors = "field_errors";
    public const string RequestId = "request_id";
    public const string Operation = "operation";
    public const string OperationId = "operation_id";
    public const string Transient = "transient";
    public const string Attempts = "attempts";
    public const string RateLimit = "rate_limit";
    public const string FinalStatus = "final_status";
    public const string TimeoutKind = "timeout_kind";
    public const string Timeout = "timeout_ms";
    public const string MaxCredits = "max_credits";
    public const string EstimatedCredits = "estimated_credits";
    public const string Balance = "balance";
    public const string Cancelled = "cancelled";
    public const string WhatToCheck = "what_to_check";
    public const string JournalFault = "journal_fault";
    public const string JournalPath = "journal_path";

    public const string Limit = "limit";
    public const string Remaining = "remaining";
    public const string ResetsAt = "resets_at";
    public const string RetryAfter = "retry_after_ms";
}
