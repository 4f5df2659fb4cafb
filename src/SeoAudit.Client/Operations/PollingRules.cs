namespace SeoAudit.Client.Operations;

/// <summary>The allowed values of polling settings.</summary>
internal static class PollingRules
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    public static IEnumerable<string> Faults(TimeSpan initialDelay, TimeSpan interval, TimeSpan maxInterval, TimeSpan timeout)
    {
        if (initialDelay < TimeSpan.Zero || initialDelay > TimeSpan.FromMinutes(10))
        {
            yield return "InitialDelay must be between 0 and 10 minutes.";
        }

        if (interval < Shortest || interval > TimeSpan.FromMinutes(10))
        {
            yield return "Interval must be between 1 millisecond and 10 minutes.";
        }

        if (maxInterval < interval || maxInterval > TimeSpan.FromHours(1))
        {
            yield return "MaxInterval must be between Interval and 1 hour.";
        }

        if (timeout < Shortest || timeout > TimeSpan.FromDays(7))
        {
            yield return "Timeout must be between 1 millisecond and 7 days.";
        }
    }
}
