namespace SeoAudit.Client.Tests.Faults;

/// <summary>What becomes of a call: a cell of the matrix, as documented or as seen.</summary>
/// <param name="Thrown">The exception's type; null for success.</param>
/// <param name="Attempts">How often the request was sent.</param>
/// <param name="Waits">How long was waited in between.</param>
/// <param name="IsTransient">Whether the exception says that the same call could succeed later.</param>
internal sealed record Cell(Type? Thrown, int Attempts, Waits Waits, bool IsTransient)
{
    /// <summary>What else was wrong; empty where nothing was.</summary>
    public string Fault { get; init; } = string.Empty;

    /// <summary>Whether the exception says when to come back.</summary>
    public bool HasRetryAt { get; init; }

    /// <summary>How often the service's list was looked at.</summary>
    public int Looks { get; init; }

    /// <summary>Which time ran out; null where none did.</summary>
    public TimeoutKind? TimedOut { get; init; }

    public static Cell Succeeds { get; } = new(null, 1, Waits.None, IsTransient: false);

    public static Cell Once<T>(bool isTransient = false)
        where T : SeoAuditException => new(typeof(T), 1, Waits.None, isTransient);

    public static Cell Retried<T>(Waits waits = Waits.Backoff, int attempts = 4)
        where T : SeoAuditException => new(typeof(T), attempts, waits, IsTransient: true);

    /// <summary>The same call where the fault passes before the last attempt.</summary>
    public Cell WhenPassing() => Succeeds with { Attempts = Attempts, Waits = Waits, Looks = Looks == 0 ? 0 : Attempts - 1 };

    /// <summary>A create of which nobody knows what became, and that the list then shows.</summary>
    public Cell WhenThere() => Succeeds with { Looks = 1, Waits = Waits };

    /// <summary>The same where there is no looking.</summary>
    public Cell WhenUnknown() => Once<SeoAuditOutcomeUnknownException>() with { Looks = 1, Waits = Waits };
}
