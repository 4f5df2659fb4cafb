namespace SeoAudit.Client.Jobs;

/// <summary>How queued audits are waited for, as it is stored.</summary>
internal sealed class StoredWait
{
    public TimeSpan? InitialDelay { get; set; }

    public TimeSpan? Interval { get; set; }

    public TimeSpan? MaxInterval { get; set; }

    public TimeSpan? Timeout { get; set; }

    public static StoredWait Of(WaitOptions options) => new()
    {
        InitialDelay = options.InitialDelay,
        Interval = options.Interval,
        MaxInterval = options.MaxInterval,
        Timeout = options.Timeout,
    };

    public WaitOptions ToOptions() => new()
    {
        InitialDelay = InitialDelay,
        Interval = Interval,
        MaxInterval = MaxInterval,
        Timeout = Timeout,
    };
}
