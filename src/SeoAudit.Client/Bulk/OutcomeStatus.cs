namespace SeoAudit.Client;

/// <summary>What became of one URL of a bulk run.</summary>
public enum OutcomeStatus
{
    /// <summary>There is an audit.</summary>
    Audited,

    /// <summary>It was tried, or could not be tried because of the URL itself; there is an error.</summary>
    Failed,

    /// <summary>It was not tried, because a limit or a spent quota stopped the run before; the error says which and when to resume.</summary>
    NotAttempted,
}
