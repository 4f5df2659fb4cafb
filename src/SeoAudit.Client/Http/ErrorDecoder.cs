using System.Net;

namespace SeoAudit.Client.Http;

/// <summary>Turns an answer that is not the expected one into the exception that a caller would act on.</summary>
internal static class ErrorDecoder
{
    private const int MaxMessageLength = 500;
    private const int MaxTextLength = 4096;

    public static SeoAuditException Decode(HttpResponseMessage response, ResponseBody body, ServiceCall call)
    {
        ErrorBody error = ErrorBody.Read(body.Open(), body.MediaType, call);
        var status = (int)response.StatusCode;
        // Elsewhere a moment in the text may be that of the error.
        bool believesText = status == 429 && call.RateLimit?.RetryAt is null;
        DateTimeOffset? named = error.RetryAt ?? (believesText ? error.MentionedMoment : null);
        // Of two waits the service means the longer.
        if (named is { } retryAt && !(retryAt <= call.RateLimit?.RetryAt))
        {
            call.RateLimit = RateLimitHeaders.WithRetryAt(call.RateLimit, retryAt, call.Time.GetUtcNow());
        }

        FailureFacts facts = call.Facts() with
        {
            StatusCode = response.StatusCode,
            ErrorCode = error.Code is null ? call.Profile.ErrorCodeFor(status) : Shown(error.Code, call),
            ServiceMessage = error.Message is null ? null : Shown(error.Message, call),
            FieldErrors = error.Fields is null ? FailureFacts.None.FieldErrors : Redact(error.Fields, call),
            RequestId = RequestIds.Read(response) is { } id ? call.Redact(id) : null,
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
                $"{call.Name} answered with "
                + $"{call.Redact(body.MediaType ?? "no content type")} instead of {call.Endpoint.StreamedMediaType}."),
            _ => new SeoAuditException(text),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Redact(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields, ServiceCall call)
    {
        var redacted = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<string> errors) in fields)
        {
            redacted[Shown(name, call)] = [.. errors.Select(error => Shown(error, call))];
        }

        return redacted;
    }

    private static string Shown(string said, ServiceCall call) => call.Redact(said, ShortText.LengthOf(said, MaxTextLength));

    private static string Describe(FailureFacts facts, ServiceCall call)
    {
        string text = $"{call.Name} failed with {(int)facts.StatusCode!} {facts.StatusCode}";
        return facts.ServiceMessage is { } said ? $"{text}: {OnOneLine(said)}" : text + ".";
    }

    // Words of others must not look like lines of the app's log, nor steer a terminal.
    private static string OnOneLine(string said)
    {
        char[] shown = ShortText.Of(said, MaxMessageLength).ToCharArray();
        for (var index = 0; index < shown.Length; index++)
        {
            shown[index] = char.IsControl(shown[index]) || shown[index] is '\u2028' or '\u2029' ? ' ' : shown[index];
        }

        return string.Concat(shown, shown.Length == said.Length ? string.Empty : "…");
    }
}
