namespace SeoAudit.Client;

/// <summary>How many outcomes have an error of one kind.</summary>
public sealed record OutcomeErrorCount
{
    /// <summary>The kind.</summary>
    public required OutcomeErrorKind Kind { get; init; }

    /// <summary>Outcomes with it, those that were not attempted among them.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are <see cref="OutcomeStatus.NotAttempted"/>.</summary>
    public int NotAttempted { get; init; }

    /// <summary>The URL of the first of them in the order of the input.</summary>
    public required Uri ExampleUrl { get; init; }

    /// <summary>The message of its error.</summary>
    public required string ExampleMessage { get; init; }
}
