namespace SeoAudit.Emulator.Auditing;

/// <summary>A page that could not be fetched, and why.</summary>
internal sealed class PageFetchException(PageFetchFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public PageFetchFailure Failure { get; } = failure;
}

internal enum PageFetchFailure
{
    /// <summary>The host is not on the allow-list.</summary>
    HostNotAllowed,

    /// <summary>No connection, a broken one, or too many redirects.</summary>
    Unreachable,

    /// <summary>No complete answer in time.</summary>
    TimedOut,

    /// <summary>An answer that is not a page: not HTML, or too large.</summary>
    NotAPage,

    /// <summary>A status other than success.</summary>
    ErrorStatus,
}
