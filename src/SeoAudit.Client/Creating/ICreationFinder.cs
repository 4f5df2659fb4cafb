namespace SeoAudit.Client.Creating;

/// <summary>Finds in a service's list what a request asked for.</summary>
/// <typeparam name="TApi">The service's API.</typeparam>
internal interface ICreationFinder<in TApi>
{
    /// <summary>What the list shows of it; two requests of one likeness can be mistaken for one another.</summary>
    string Likeness { get; }

    /// <summary>All that was asked for.</summary>
    string Target { get; }

    /// <summary>Whether the service refuses the same thing again for a while, so that such a refusal tells that it was accepted.</summary>
    bool RefusesRepeats { get; }

    /// <summary>Looks at the list. The window is asked for after each answer, because an answer tells the service's time.</summary>
    Task<Sightings> FindAsync(TApi api, Func<CreationWindow> window, CancellationToken cancellationToken);
}
