using System.Net;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>
/// Makes an error of the type that it was. Each type is spelled out, since what an error tells can only be set where it is made.
/// </summary>
internal static class ReadError
{
    private static readonly Dictionary<OutcomeErrorKind, Func<ErrorDetails, string, AuditService?, SeoAuditException>> Types = new()
    {
        [OutcomeErrorKind.RateLimited] = static (error, message, service) => new SeoAuditRateLimitException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
        },
        [OutcomeErrorKind.QuotaUsedUp] = static (error, message, service) => new SeoAuditQuotaException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
        },
        [OutcomeErrorKind.Authentication] = static (error, message, service) => new SeoAuditAuthenticationException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
        },
        [OutcomeErrorKind.NotFound] = static (error, message, service) => new SeoAuditNotFoundException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
        },
        [OutcomeErrorKind.Validation] = static (error, message, service) => new SeoAuditValidationException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
        },
        [OutcomeErrorKind.Conflict] = static (error, message, service) => new SeoAuditConflictException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
        },
        [OutcomeErrorKind.UnreadableResponse] = static (error, message, service) => new SeoAuditResponseException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
        },
        [OutcomeErrorKind.AuditFailed] = static (error, message, service) => new AuditFailedException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
            Status = error.FinalStatus,
        },
        [OutcomeErrorKind.CreditLimit] = static (error, message, service) => new SeoAuditCreditLimitException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
            MaxCredits = error.MaxCredits,
            EstimatedCredits = error.EstimatedCredits,
            Balance = error.Balance,
            IsCancelled = error.IsCancelled,
        },
        [OutcomeErrorKind.OutcomeUnknown] = static (error, message, service) => new SeoAuditOutcomeUnknownException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
            WhatToCheck = error.WhatToCheck,
        },
        [OutcomeErrorKind.Timeout] = static (error, message, service) => new SeoAuditTimeoutException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
            Kind = error.TimeoutKind,
            Timeout = error.Timeout,
        },
        [OutcomeErrorKind.Journal] = static (error, message, service) => new SeoAuditJournalException(message)
        {
            Service = service,
            Operation = error.Operation,
            StatusCode = error.Status(),
            ErrorCode = error.Code,
            ServiceMessage = error.ServiceMessage,
            FieldErrors = error.FieldErrors,
            RequestId = error.RequestId,
            RateLimit = error.RateLimit,
            IsTransient = error.IsTransient,
            Attempts = error.Attempts,
            OperationId = error.OperationId,
            Fault = error.JournalFault,
            Path = error.JournalPath,
        },
    };

    /// <summary>The error; a plain one where the kind is unknown or has no type of its own.</summary>
    public static SeoAuditException ToException(this ErrorDetails error, string message, AuditService? service) =>
        Types.TryGetValue(error.Kind, out Func<ErrorDetails, string, AuditService?, SeoAuditException>? make)
            ? make(error, message, service)
            : new SeoAuditException(message, error.Cause())
            {
                Service = service,
                Operation = error.Operation,
                StatusCode = error.Status(),
                ErrorCode = error.Code,
                ServiceMessage = error.ServiceMessage,
                FieldErrors = error.FieldErrors,
                RequestId = error.RequestId,
                RateLimit = error.RateLimit,
                IsTransient = error.IsTransient,
                Attempts = error.Attempts,
                OperationId = error.OperationId,
            };

    private static HttpStatusCode? Status(this ErrorDetails error) => (HttpStatusCode?)error.HttpStatus;

    // The cause itself is not in a report, but by it alone such an error is known.
    private static HttpRequestException? Cause(this ErrorDetails error) =>
        error.Kind == OutcomeErrorKind.Unreachable && !error.IsTransient ? new HttpRequestException("The service could not be reached.") : null;
}
