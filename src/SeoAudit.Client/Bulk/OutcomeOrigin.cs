namespace SeoAudit.Client;

/// <summary>Where the outcome of one URL comes from.</summary>
public enum OutcomeOrigin
{
    /// <summary>From a service, in this run; or from nowhere, for a URL that was not sent.</summary>
    Service,

    /// <summary>From the cache: nothing was spent.</summary>
    Cache,

    /// <summary>From the service, but made before this run: the last audit of a page in its cooldown. Nothing was spent.</summary>
    Earlier,

    /// <summary>From the journal of an earlier run: nothing was spent again.</summary>
    Journal,
}
