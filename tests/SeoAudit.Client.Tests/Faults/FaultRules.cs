namespace SeoAudit.Client.Tests.Faults;

/// <summary>The documented behaviour, by hand: nothing here asks the client what it would do.</summary>
internal static class FaultRules
{
    private static readonly Cell Succeeds = Cell.Succeeds;
    private static readonly Cell Unreadable = Cell.Once<SeoAuditResponseException>();
    private static readonly Cell Unavailable = Cell.Retried<SeoAuditException>();
    private static readonly Cell Limited = Cell.Retried<SeoAuditRateLimitException>();
    private static readonly Cell LimitedAsAsked = Cell.Retried<SeoAuditRateLimitException>(Waits.Asked) with { HasRetryAt = true };
    private static readonly Cell LimitedForLong = Cell.Once<SeoAuditRateLimitException>(isTransient: true) with { HasRetryAt = true };
    private static readonly Cell Invalid = Cell.Once<SeoAuditValidationException>();
    private static readonly Cell Lost = Cell.Once<SeoAuditException>(isTransient: true);
    private static readonly Cell SilentForLong = Cell.Once<SeoAuditTimeoutException>(isTransient: true) with { TimedOut = TimeoutKind.Idle };

    public static IReadOnlyList<FaultRule> All { get; } =
    [
        new("connection refused", Unavailable),
        new("DNS failure", Unavailable),
        new("TLS failure", Cell.Once<SeoAuditException>()),
        new("no connection in time", Unavailable),
        new("reset before headers", Unavailable),
        new("closed before headers", Unavailable),
        new("reset mid-body", Unavailable, Lost, Lost),
        new("closed mid-body", Unavailable, Lost, Lost),
        new("chunk error", Unreadable),
        new("not HTTP", Unreadable),
        new("slow headers", TimedOut),
        new("stall mid-body", TimedOut, SilentForLong, SilentForLong),
        new("slow drip body", TimedOut, Succeeds, Succeeds),

        new("truncated JSON", Unreadable, Unreadable, Succeeds),
        new("empty body", Unreadable, Unreadable, Succeeds),
        new("empty body of unknown length", Unreadable, Unreadable, Succeeds),
        new("`null`", Unreadable, Unreadable, Succeeds),
        new("HTML page with 200", Unreadable, Unreadable, Succeeds),
        new("HTML page with 502", Unavailable),
        new("wrong content type", Succeeds, Unreadable, Succeeds),
        new("no content type", Succeeds, Unreadable, Succeeds),
        new("unknown charset", Succeeds),
        new("UTF-16 body", Unreadable, Succeeds, Succeeds),
        new("byte order mark", Succeeds),
        new("deep nesting", Unreadable, Unreadable, Succeeds),
        new("deep nesting with 400", Invalid),
        new("100 MB body", Unreadable),
        new("100 MB body that says so", Unreadable),
        new("gzip bomb", Unreadable),
        new("broken gzip", Unreadable),

        new("101", Cell.Once<SeoAuditException>()),
        new("204", Unreadable, Unreadable, Succeeds),
        new("302 to the same host", Unreadable),
        new("307 to another host", Unreadable),
        new("400", Invalid),
        new("401", Cell.Once<SeoAuditAuthenticationException>()),
        new("402", Cell.Once<SeoAuditQuotaException>()),
        new("403", Cell.Once<SeoAuditAuthenticationException>()),
        new("404", Cell.Once<SeoAuditNotFoundException>()),
        new("408", Unavailable),
        new("409", Cell.Once<SeoAuditConflictException>()),
        new("410", Cell.Once<SeoAuditNotFoundException>()),
        new("413", Invalid),
        new("422 `{message, errors}`", Invalid),
        new("422 `{error, error_code}`", Invalid),
        new("500", Unavailable),
        new("501", Cell.Once<SeoAuditException>()),
        new("502", Unavailable),
        new("503", Unavailable),
        new("504", Unavailable),
        new("600", Cell.Once<SeoAuditException>()),
        new("999", Cell.Once<SeoAuditException>()),

        new("429", Limited),
        new("429, `Retry-After: 7`", LimitedAsAsked),
        new("429, `Retry-After` a date", LimitedAsAsked),
        new("429, `Retry-After: 99999999999`", LimitedForLong),
        new("429, `Retry-After` in the year 9999", LimitedForLong),
        new("429, `Retry-After: -7`", Limited with { HasRetryAt = true }),
        new("429, `Retry-After: soon`", Limited),
        new("429, `retry_at` in the body", LimitedAsAsked),
        new("429, a moment in the text", LimitedAsAsked),
        new("429, a moment in plain text", LimitedAsAsked),
        new("503, `Retry-After: 7`", Unavailable with { Waits = Waits.Asked, HasRetryAt = true }),
        new("503, `Retry-After: 3600`", Lost with { HasRetryAt = true }),
    ];

    // How many attempts there are follows from the endpoint's times.
    private static Cell TimedOut => Cell.Retried<SeoAuditTimeoutException>(attempts: 0) with { TimedOut = TimeoutKind.Call };

    public static Cell For(Fault fault, MatrixEndpoint endpoint)
    {
        Cell cell = All.Single(rule => rule.Fault == fault.Name).For(endpoint.Column);
        return cell switch
        {
            { Attempts: 0 } => cell with { Attempts = Math.Min(4, (endpoint.TotalTimeout + endpoint.AttemptTimeout - 1) / endpoint.AttemptTimeout) },
            // Only SEOgent has a code that says that a 422 is about the state.
            _ when fault.Name == "422 `{error, error_code}`" && endpoint.Service == "Seogent" => Cell.Once<SeoAuditConflictException>(),
            _ when endpoint.IsBoundedByReceiver && (fault.Name.StartsWith("100 MB", StringComparison.Ordinal) || fault.Name == "gzip bomb") => Succeeds,
            _ => cell,
        };
    }
}
