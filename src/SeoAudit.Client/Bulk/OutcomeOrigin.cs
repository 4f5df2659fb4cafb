namespace SeoAudit.Client;

/// <summary>Where the outcome of one URL comes from.</summary>
public enum OutcomeOrigin
{
    /// <summary>From a service, in this run; or from nowhere, for a URL that was not sent.</summary>
    Service,

    /// <summary>From the cache: nothing was spent.</summary>
    Cache,

    /// <summary>From the journal of an earlier run: nothing was spent again.</summary>
    Journal,
}
