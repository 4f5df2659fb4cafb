namespace SeoAudit.Client.Creating;

/// <summary>Finds in a service's list what a request asked for.</summary>
/// <typeparam name="TApi">The service's API.</typeparam>
internal interface ICreationFinder<in TApi>
{
    /// <summary>All that was asked for.</summary>
    string Target { get; }

    /// <summary>Whether the service refuses the same thing again for a while, so that such a refusal tells that it was accepted.</summary>
    bool RefusesRepeats { get; }

    /// <summary>Whether what a list shows may be it; that may be true of a row for several requests.</summary>
    bool CanBe(object row);

    /// <summary>Looks at the list. The window is asked for after each answer, because an answer tells the service's time.</summary>
    Task<Sightings> FindAsync(TApi api, Func<CreationWindow> window, CancellationToken cancellationToken);
}
