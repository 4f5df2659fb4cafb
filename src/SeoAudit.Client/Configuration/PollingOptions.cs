namespace SeoAudit.Client;

/// <summary>How often a queued audit is asked whether it is done.</summary>
/// <remarks>
/// The wait before a poll is <c>max(Retry-After, min(interval grown and jittered, MaxInterval))</c>: never shorter than the
/// service said. Between the bounds it follows the progress that the service reports.
/// </remarks>
public sealed class PollingOptions
{
    /// <summary>The wait before the first poll.</summary>
    /// <value>Per service; 0 to 10 minutes.</value>
    public TimeSpan InitialDelay { get; set; }

    /// <summary>The shortest wait between two polls.</summary>
    /// <value>Per service; 1 millisecond to 10 minutes.</value>
    public TimeSpan Interval { get; set; }

    /// <summary>The longest wait between two polls, unless the service asks for a longer one.</summary>
    /// <value>Per service; not less than <see cref="Interval"/>, at most 1 hour.</value>
    public TimeSpan MaxInterval { get; set; }

    /// <summary>How long a wait may last in all before it ends in a <see cref="SeoAuditTimeoutException"/>.</summary>
    /// <value>Per service; 1 millisecond to 7 days.</value>
    public TimeSpan Timeout { get; set; }

    /// <summary>Quick polling for services on this machine.</summary>
    internal static PollingOptions Local(TimeSpan timeout) => new()
    {
        InitialDelay = TimeSpan.FromMilliseconds(50),
        Interval = TimeSpan.FromMilliseconds(50),
        MaxInterval = TimeSpan.FromMilliseconds(500),
        Timeout = timeout,
    };
}
