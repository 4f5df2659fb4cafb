namespace SeoAudit.Client.Operations;

/// <summary>A wait's settings with nothing left open, checked.</summary>
internal sealed record WaitPlan(
    TimeSpan InitialDelay, TimeSpan Interval, TimeSpan MaxInterval, TimeSpan Timeout, IProgress<AuditProgress>? Progress)
{
    public static WaitPlan Create(WaitOptions? options, PollingOptions polling)
    {
        TimeSpan interval = options?.Interval ?? polling.Interval;
        var plan = new WaitPlan(
            options?.InitialDelay ?? polling.InitialDelay,
            interval,
            // An interval chosen for one wait may be longer than the service's usual longest one.
            options?.MaxInterval ?? (interval > polling.MaxInterval ? interval : polling.MaxInterval),
            options?.Timeout ?? polling.Timeout,
            options?.Progress);
        string? fault = PollingRules.Faults(plan.InitialDelay, plan.Interval, plan.MaxInterval, plan.Timeout).FirstOrDefault();
        return fault is null ? plan : throw new ArgumentException(fault, nameof(options));
    }
}
