using System.Text.Json.Serialization;
using SeoAudit.Client.Json;

namespace SeoAudit.Client;

/// <summary>What kind of error kept a page from being audited: what a reader of a report would act on.</summary>
/// <remarks>Further kinds may be added; values are compared without regard to case.</remarks>
[JsonConverter(typeof(OpenValueConverter<OutcomeErrorKind>))]
public readonly record struct OutcomeErrorKind : IOpenValue<OutcomeErrorKind>
{
    private readonly string? _value;

    /// <summary>Wraps a kind.</summary>
    /// <param name="value">The kind.</param>
    public OutcomeErrorKind(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Too many requests, or an audit of this page too soon after the last (<see cref="SeoAuditRateLimitException"/>).</summary>
    public static OutcomeErrorKind RateLimited { get; } = new("rate_limited");

    /// <summary>The allowance or the credits are used up (<see cref="SeoAuditQuotaException"/>).</summary>
    public static OutcomeErrorKind QuotaUsedUp { get; } = new("quota_used_up");

    /// <summary>The key is missing, not accepted, or does not allow the call (<see cref="SeoAuditAuthenticationException"/>).</summary>
    public static OutcomeErrorKind Authentication { get; } = new("authentication");

    /// <summary>The scan or audit is not there (<see cref="SeoAuditNotFoundException"/>).</summary>
    public static OutcomeErrorKind NotFound { get; } = new("not_found");

    /// <summary>The URL, or what else was asked, is wrong (<see cref="SeoAuditValidationException"/>).</summary>
    public static OutcomeErrorKind Validation { get; } = new("validation");

    /// <summary>The scan or audit is not in a state that allows the call (<see cref="SeoAuditConflictException"/>).</summary>
    public static OutcomeErrorKind Conflict { get; } = new("conflict");

    /// <summary>The service took the page and gave up on it (<see cref="AuditFailedException"/>).</summary>
    public static OutcomeErrorKind AuditFailed { get; } = new("audit_failed");

    /// <summary>Time ran out (<see cref="SeoAuditTimeoutException"/>).</summary>
    public static OutcomeErrorKind Timeout { get; } = new("timeout");

    /// <summary>It would have taken more credits than were allowed (<see cref="SeoAuditCreditLimitException"/>).</summary>
    public static OutcomeErrorKind CreditLimit { get; } = new("credit_limit");

    /// <summary>
    /// Nobody can tell whether the service took the page, so that it may have been paid for (<see cref="SeoAuditOutcomeUnknownException"/>).
    /// </summary>
    public static OutcomeErrorKind OutcomeUnknown { get; } = new("outcome_unknown");

    /// <summary>The answer was not what the service promises (<see cref="SeoAuditResponseException"/>).</summary>
    public static OutcomeErrorKind UnreadableResponse { get; } = new("unreadable_response");

    /// <summary>The journal could not be written, so the page was not sent (<see cref="SeoAuditJournalException"/>).</summary>
    public static OutcomeErrorKind Journal { get; } = new("journal");

    /// <summary>The service answered with an error of its own, e.g. 500 or 503.</summary>
    public static OutcomeErrorKind ServiceError { get; } = new("service_error");

    /// <summary>No answer came: there was no connection, it was lost, or the service had failed too often to be asked again yet.</summary>
    public static OutcomeErrorKind Unreachable { get; } = new("unreachable");

    /// <summary>Anything else.</summary>
    public static OutcomeErrorKind Other { get; } = new("other");

    /// <summary>The kind as a word; empty for the default of this type.</summary>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static OutcomeErrorKind Create(string value) => new(value);

    /// <summary>The kind of an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The kind; <see cref="Other"/> where none fits.</returns>
    public static OutcomeErrorKind Of(SeoAuditException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error switch
        {
            SeoAuditRateLimitException => RateLimited,
            SeoAuditQuotaException => QuotaUsedUp,
            SeoAuditAuthenticationException => Authentication,
            SeoAuditNotFoundException => NotFound,
            SeoAuditValidationException => Validation,
            SeoAuditConflictException => Conflict,
            AuditFailedException => AuditFailed,
            SeoAuditCreditLimitException => CreditLimit,
            SeoAuditOutcomeUnknownException => OutcomeUnknown,
            SeoAuditTimeoutException => Timeout,
            SeoAuditResponseException => UnreadableResponse,
            SeoAuditJournalException => Journal,
            { StatusCode: not null } => ServiceError,
            { IsTransient: true } or { InnerException: HttpRequestException or IOException } => Unreachable,
            _ => Other,
        };
    }

    /// <inheritdoc/>
    public bool Equals(OutcomeErrorKind other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
