namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>When a caller gives up: before it calls, unless one of these says otherwise.</summary>
internal sealed record Moment
{
    public static readonly Moment Before = new();

    /// <summary>While this request stands still.</summary>
    public int? Request { get; init; }

    /// <summary>Where the request stands still.</summary>
    public StallPoint Point { get; init; }

    /// <summary>During this wait.</summary>
    public int? Wait { get; init; }

    /// <summary>When it has this item.</summary>
    public int? Item { get; init; }

    public bool IsBefore => this == Before;

    public override string ToString() => this switch
    {
        { Request: { } number } => $"{Point} of request {number}",
        { Wait: { } number } => $"wait {number}",
        { Item: { } number } => $"item {number}",
        _ => "before",
    };
}
