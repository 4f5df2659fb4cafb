namespace SeoAudit.Client.Creating;

/// <summary>What a look at a service's list found.</summary>
/// <param name="Found">What fits and is, or may be, recent enough.</param>
internal sealed record Sightings(IReadOnlyList<Sighting> Found)
{
    /// <summary>Whether there may be more that is recent enough.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether something older is there for which the service would refuse the same again.</summary>
    public bool HasEarlier { get; init; }
}
