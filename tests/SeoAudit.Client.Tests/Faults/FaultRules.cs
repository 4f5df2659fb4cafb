namespace SeoAudit.Client.Tests.Faults;

/// <summary>The documented behaviour, by hand: nothing here asks the client what it would do.</summary>
internal static class FaultRules
{
    private const int AsManyAsFit = 0;

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
        new("connection refused", Sent.Refused, Unavailable),
        new("DNS failure", Sent.Refused, Unavailable),
        new("TLS failure", Sent.Refused, Cell.Once<SeoAuditException>()),
        new("no connection in time", Sent.Refused, Unavailable),
        new("reset before headers", Sent.PerhapsDone, Unavailable),
        new("closed before headers", Sent.PerhapsDone, Unavailable),
        new("reset mid-body", Sent.PerhapsDone, Unavailable, Lost, Lost),
        new("closed mid-body", Sent.PerhapsDone, Unavailable, Lost, Lost),
        new("chunk error", Sent.PerhapsDoneForGood, Unreadable),
        new("not HTTP", Sent.PerhapsDoneForGood, Unreadable),
        new("stall before the request is sent", Sent.Refused, TimedOut),
        new("slow headers", Sent.PerhapsDone, TimedOut),
        new("stall mid-body", Sent.PerhapsDone, TimedOut, SilentForLong, SilentForLong),
        new("slow drip body", Sent.PerhapsDone, TimedOut, Succeeds, Succeeds),

        new("truncated JSON", Sent.PerhapsDone, Unreadable, Unreadable, Succeeds),
        new("empty body", Sent.PerhapsDone, Unreadable, Unreadable, Succeeds),
        new("empty body of unknown length", Sent.PerhapsDone, Unreadable, Unreadable, Succeeds),
        new("`null`", Sent.PerhapsDone, Unreadable, Unreadable, Succeeds),
        new("HTML page with 200", Sent.PerhapsDone, Unreadable, Unreadable, Succeeds),
        new("HTML page with 502", Sent.PerhapsDone, Unavailable),
        new("wrong content type", Sent.Done, Succeeds, Unreadable, Succeeds),
        new("no content type", Sent.Done, Succeeds, Unreadable, Succeeds),
        new("unknown charset", Sent.Done, Succeeds),
        new("UTF-16 body", Sent.PerhapsDone, Unreadable, Succeeds, Succeeds),
        new("byte order mark", Sent.Done, Succeeds),
        new("deep nesting", Sent.PerhapsDone, Unreadable, Unreadable, Succeeds),
        new("deep nesting with 400", Sent.Refused, Invalid),
        new("100 MB body", Sent.PerhapsDoneForGood, Unreadable),
        new("100 MB body that says so", Sent.PerhapsDoneForGood, Unreadable),
        new("gzip bomb", Sent.PerhapsDoneForGood, Unreadable),
        new("broken gzip", Sent.PerhapsDoneForGood, Unreadable),

        new("101", Sent.PerhapsDoneForGood, Cell.Once<SeoAuditException>()),
        new("204", Sent.PerhapsDone, Unreadable, Unreadable, Succeeds),
        new("302 to the same host", Sent.Refused, Unreadable),
        new("303", Sent.PerhapsDoneForGood, Unreadable),
        new("307 to another host", Sent.Refused, Unreadable),
        new("400", Sent.Refused, Invalid),
        new("401", Sent.Refused, Cell.Once<SeoAuditAuthenticationException>()),
        new("402", Sent.Refused, Cell.Once<SeoAuditQuotaException>()),
        new("403", Sent.Refused, Cell.Once<SeoAuditAuthenticationException>()),
        new("404", Sent.Refused, Cell.Once<SeoAuditNotFoundException>()),
        new("408", Sent.PerhapsDone, Unavailable),
        new("409", Sent.Refused, Cell.Once<SeoAuditConflictException>()),
        new("410", Sent.Refused, Cell.Once<SeoAuditNotFoundException>()),
        new("413", Sent.Refused, Invalid),
        new("422 `{message, errors}`", Sent.Refused, Invalid),
        new("422 `{error, error_code}`", Sent.Refused, Invalid),
        new("500", Sent.PerhapsDone, Unavailable),
        new("501", Sent.Refused, Cell.Once<SeoAuditException>()),
        new("502", Sent.PerhapsDone, Unavailable),
        new("503", Sent.PerhapsDone, Unavailable),
        new("504", Sent.PerhapsDone, Unavailable),
        new("600", Sent.PerhapsDoneForGood, Cell.Once<SeoAuditException>()),
        new("999", Sent.PerhapsDoneForGood, Cell.Once<SeoAuditException>()),

        new("429", Sent.Refused, Limited),
        new("429, `Retry-After: 7`", Sent.Refused, LimitedAsAsked),
        new("429, `Retry-After` a date", Sent.Refused, LimitedAsAsked),
        new("429, `Retry-After: 99999999999`", Sent.Refused, LimitedForLong),
        new("429, `Retry-After` in the year 9999", Sent.Refused, LimitedForLong),
        new("429, `Retry-After: -7`", Sent.Refused, Limited with { HasRetryAt = true }),
        new("429, `Retry-After: soon`", Sent.Refused, Limited),
        new("429, `retry_at` in the body", Sent.Refused, LimitedAsAsked),
        new("429, a moment in the text", Sent.Refused, LimitedAsAsked),
        new("429, a moment in plain text", Sent.Refused, LimitedAsAsked),
        new("503, `Retry-After: 7`", Sent.Refused, Unavailable with { Waits = Waits.Asked, HasRetryAt = true }),
        new("503, `Retry-After: 3600`", Sent.Refused, Lost with { HasRetryAt = true }),
    ];

    // How many attempts there are follows from the endpoint's times.
    private static Cell TimedOut => Cell.Retried<SeoAuditTimeoutException>(attempts: AsManyAsFit) with { TimedOut = TimeoutKind.Call };

    public static Cell For(string fault, string method) =>
        For(FaultMatrix.Faults.Single(known => known.Name == fault), MatrixEndpoints.All.Single(endpoint => endpoint.Method == method));

    public static Cell For(Fault fault, MatrixEndpoint endpoint)
    {
        Cell cell = All.Single(rule => rule.Fault == fault.Name).For(endpoint.Column);
        return cell switch
        {
            { TimedOut: TimeoutKind.Call, Attempts: 1 } when endpoint.AttemptTimeout < endpoint.TotalTimeout => cell with { TimedOut = TimeoutKind.Attempt },
            { Attempts: AsManyAsFit } when endpoint.AttemptTimeout >= endpoint.TotalTimeout => cell with { Attempts = 1, Waits = Waits.None },
            { Attempts: AsManyAsFit } => cell with { Attempts = Math.Min(4, (endpoint.TotalTimeout + endpoint.AttemptTimeout - 1) / endpoint.AttemptTimeout) },
            // Only SEOgent has a code that says that a 422 is about the state.
            _ when fault.Name == "422 `{error, error_code}`" && endpoint.Service == "Seogent" => Cell.Once<SeoAuditConflictException>(),
            _ when endpoint.IsBoundedByReceiver && fault.Name.StartsWith("100 MB", StringComparison.Ordinal) => Succeeds,
            _ => cell,
        };
    }
}
