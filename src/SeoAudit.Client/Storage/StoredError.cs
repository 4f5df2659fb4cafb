using System.Text.Json;

namespace SeoAudit.Client.Storage;

/// <summary>
/// Errors as JSON on one line, for stores that outlive the process. Members that this version does not know are skipped. Causes
/// (<see cref="Exception.InnerException"/>) and <see cref="AuditFailedException.Result"/> are not stored.
/// </summary>
internal static class StoredError
{
    public static void Write(Utf8JsonWriter writer, SeoAuditException error) =>
        JsonSerializer.Serialize(writer, ToFailure(error), StorageJsonContext.Default.StoredFailure);

    /// <exception cref="JsonException">It is no stored error.</exception>
    public static SeoAuditException Read(ref Utf8JsonReader reader)
    {
        try
        {
            StoredFailure failure = JsonSerializer.Deserialize(ref reader, StorageJsonContext.Default.StoredFailure)
                ?? throw new JsonException("A stored error is null.");
            return ToError(failure);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException("A stored error cannot be read.", exception);
        }
    }

    /// <exception cref="JsonException">It is no stored error.</exception>
    public static SeoAuditException ToError(StoredFailure failure)
    {
        FailureFacts facts = failure.Facts ?? FailureFacts.None;
        if (facts.FieldErrors.Values.Any(static errors => errors is null || errors.Any(static message => message is null)))
        {
            throw new JsonException("A stored error names a field without saying what is wrong with it.");
        }

        SeoAuditException error = Create(failure);
        error.Facts = facts;
        return error;
    }

    public static StoredFailure ToFailure(SeoAuditException error)
    {
        var failure = new StoredFailure { Kind = ErrorKind.Of(error), Message = error.Message, Facts = error.Facts };
        return error switch
        {
            AuditFailedException failed => failure with { Status = failed.Status },
            SeoAuditCreditLimitException credits => failure with { Credits = StoredCreditLimit.Of(credits) },
            SeoAuditJobException job => failure with { JobFault = job.Fault },
            SeoAuditJournalException journal => failure with { JournalFault = journal.Fault, Path = journal.Path },
            SeoAuditOutcomeUnknownException unknown => failure with { WhatToCheck = unknown.WhatToCheck },
            SeoAuditTimeoutException late => failure with { TimeoutKind = late.Kind, Timeout = late.Timeout },
            _ => failure,
        };
    }

    private static SeoAuditException Create(StoredFailure failure)
    {
        string message = failure.Message ?? "The audit did not end well.";
        return failure.Kind switch
        {
            ErrorKind.AuditFailed => new AuditFailedException(message) { Status = failure.Status },
            ErrorKind.Authentication => new SeoAuditAuthenticationException(message),
            ErrorKind.Conflict => new SeoAuditConflictException(message),
            ErrorKind.CreditLimit => (failure.Credits ?? new StoredCreditLimit()).ToException(message),
            ErrorKind.Job => new SeoAuditJobException(message) { Fault = failure.JobFault ?? default },
            ErrorKind.Journal => new SeoAuditJournalException(message)
            {
                Fault = failure.JournalFault ?? default,
                Path = failure.Path ?? string.Empty,
            },
            ErrorKind.NotFound => new SeoAuditNotFoundException(message),
            ErrorKind.OutcomeUnknown => new SeoAuditOutcomeUnknownException(message) { WhatToCheck = failure.WhatToCheck },
            ErrorKind.Quota => new SeoAuditQuotaException(message),
            ErrorKind.RateLimit => new SeoAuditRateLimitException(message),
            ErrorKind.Response => new SeoAuditResponseException(message),
            ErrorKind.Timeout => new SeoAuditTimeoutException(message)
            {
                Kind = failure.TimeoutKind ?? default,
                Timeout = failure.Timeout ?? default,
            },
            ErrorKind.Validation => new SeoAuditValidationException(message),
            _ => new SeoAuditException(message),
        };
    }
}
