namespace SeoAudit.Client.Storage;

/// <summary>Names of the types of errors in stores; never changed, whatever the types are called.</summary>
internal static class ErrorKind
{
    public const string Other = "other";
    public const string AuditFailed = "auditFailed";
    public const string Authentication = "authentication";
    public const string Conflict = "conflict";
    public const string CreditLimit = "creditLimit";
    public const string Job = "job";
    public const string Journal = "journal";
    public const string NotFound = "notFound";
    public const string OutcomeUnknown = "outcomeUnknown";
    public const string Quota = "quota";
    public const string RateLimit = "rateLimit";
    public const string Response = "response";
    public const string Timeout = "timeout";
    public const string Validation = "validation";

    public static string Of(SeoAuditException error) => error switch
    {
        AuditFailedException => AuditFailed,
        SeoAuditAuthenticationException => Authentication,
        SeoAuditConflictException => Conflict,
        SeoAuditCreditLimitException => CreditLimit,
        SeoAuditJobException => Job,
        SeoAuditJournalException => Journal,
        SeoAuditNotFoundException => NotFound,
        SeoAuditOutcomeUnknownException => OutcomeUnknown,
        SeoAuditQuotaException => Quota,
        SeoAuditRateLimitException => RateLimit,
        SeoAuditResponseException => Response,
        SeoAuditTimeoutException => Timeout,
        SeoAuditValidationException => Validation,
        _ => Other,
    };
}
