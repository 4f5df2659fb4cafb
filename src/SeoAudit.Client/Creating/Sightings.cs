namespace SeoAudit.Client.Creating;

/// <summary>What a look at a service's list found.</summary>
/// <param name="Found">What fits and is recent enough, newest first.</param>
internal sealed record Sightings(IReadOnlyList<Sighting> Found)
{
    /// <summary>Whether something older is there for which the service would refuse the same again.</summary>
    public bool HasEarlier { get; init; }
}
