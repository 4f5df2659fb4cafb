namespace SeoAudit.Client.Creating;

/// <summary>How something is created, and how it is found again.</summary>
/// <typeparam name="TApi">The service's API.</typeparam>
/// <typeparam name="T">What the caller gets.</typeparam>
internal sealed record CreationPlan<TApi, T>
{
    /// <summary>The Refit method that sends the request.</summary>
    public required string Method { get; init; }

    /// <summary>Sends the request once and reads the answer.</summary>
    public required Func<TApi, CancellationToken, Task<T>> Send { get; init; }

    /// <summary>Looks for what may have been created; null where the service shows no list of it.</summary>
    public ICreationFinder<TApi>? Finder { get; init; }

    /// <summary>The id of what was created; null where it has none to be found by.</summary>
    public Func<T, string?> IdOf { get; init; } = static _ => null;

    /// <summary>What the caller gets for something that was found by its id.</summary>
    public Func<string, T>? Adopt { get; init; }

    /// <summary>
    /// What the caller should look at when nobody can tell whether the service did it; null where doing it twice costs nothing, so that
    /// the failure itself is told.
    /// </summary>
    public string? WhatToCheck { get; init; }
}
