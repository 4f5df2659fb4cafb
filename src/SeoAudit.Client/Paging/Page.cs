namespace SeoAudit.Client;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
/// <param name="Items">The items; may be empty.</param>
/// <param name="NextCursor">Where the next page begins; null on the last page. Opaque: keep it and hand it back as it is.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>What the answer said about limits; null where it said nothing.</summary>
    public RateLimit? RateLimit { get; init; }
}
