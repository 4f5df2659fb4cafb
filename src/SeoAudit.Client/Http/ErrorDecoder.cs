using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>Turns an answer that is not the expected one into the exception that a caller would act on.</summary>
internal static class ErrorDecoder
{
    private const int MaxMessageLength = 500;

    public static SeoAuditException Decode(HttpResponseMessage response, ResponseBody body, ServiceCall call)
    {
        ErrorBody error = ErrorBody.Read(body.Open(), body.MediaType);
        DateTimeOffset? named = error.RetryAt ?? (call.RateLimit?.RetryAt is null ? error.MentionedMoment : null);
        // Of two waits the service means the longer.
        if (named is { } retryAt && !(retryAt <= call.RateLimit?.RetryAt))
        {
            call.RateLimit = RateLimitHeaders.WithRetryAt(call.RateLimit, retryAt, call.Time.GetUtcNow());
        }

        var status = (int)response.StatusCode;
        FailureFacts facts = call.Facts() with
        {
            StatusCode = response.StatusCode,
            ErrorCode = error.Code is null ? call.Profile.ErrorCodeFor(status) : call.Redact(error.Code),
            ServiceMessage = error.Message is null ? null : call.Redact(error.Message),
            FieldErrors = error.Fields is null ? FailureFacts.None.FieldErrors : Redact(error.Fields, call),
            RequestId = RequestIds.Read(response),
            ResponseBody = BodySnippet.Read(body.Open(), call),
            IsTransient = IsTransient(status),
        };
        SeoAuditException failure = Create(status, facts, body, call);
        failure.Facts = facts;
        return failure;
    }

    private static bool IsTransient(int status) => status is 408 or 429 or 500 or (>= 502 and <= 504) or (> 505 and <= 599);

    private static SeoAuditException Create(int status, FailureFacts facts, ResponseBody body, ServiceCall call)
    {
        string text = Describe(facts, call);
        return status switch
        {
            401 or 403 => new SeoAuditAuthenticationException(text),
            402 => new SeoAuditQuotaException(text),
            404 or 410 => new SeoAuditNotFoundException(text),
            409 => new SeoAuditConflictException(text),
            422 when call.Profile.IsConflict(facts.ErrorCode) => new SeoAuditConflictException(text),
            400 or 413 or 414 or 415 or 422 => new SeoAuditValidationException(text),
            429 => new SeoAuditRateLimitException(text),
            >= 300 and <= 399 when call.Profile == PublicProfile.Instance =>
                new SeoAuditResponseException(text + " What it redirects to cannot be followed, or redirects too often."),
            >= 300 and <= 399 => new SeoAuditResponseException(text + " Redirects are not followed, so that keys stay with their host."),
            >= 200 and <= 299 => new SeoAuditResponseException(
                $"{call.Profile.Name} {call.Endpoint.Name} answered with "
                + $"{body.MediaType ?? "no content type"} instead of {call.Endpoint.StreamedMediaType}."),
            _ => new SeoAuditException(text),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Redact(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields, ServiceCall call)
    {
        var redacted = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<string> errors) in fields)
        {
            redacted[call.Redact(name)] = [.. errors.Select(call.Redact)];
        }

        return redacted;
    }

    private static string Describe(FailureFacts facts, ServiceCall call)
    {
        string text = $"{call.Profile.Name} {facts.Operation} failed with {(int)facts.StatusCode!} {facts.StatusCode}";
        return facts.ServiceMessage switch
        {
            null => text + ".",
            { Length: > MaxMessageLength } said => $"{text}: {said[..MaxMessageLength]}…",
            var said => $"{text}: {said}",
        };
    }
}
