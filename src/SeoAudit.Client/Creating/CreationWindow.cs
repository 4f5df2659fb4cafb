namespace SeoAudit.Client.Creating;

/// <summary>Since when something that a call may have created can have existed, on the service's clock.</summary>
/// <param name="SentAt">When it was first sent, by this machine's clock.</param>
/// <param name="ClockOffset">The service's clock less this machine's; null where the service does not tell the time.</param>
internal sealed record CreationWindow(DateTimeOffset SentAt, TimeSpan? ClockOffset)
{
    // Services give moments in whole seconds.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan UnknownSkew = TimeSpan.FromMinutes(5);

    /// <summary>The earliest moment that counts.</summary>
    public DateTimeOffset Opens => Shift(SentAt, (ClockOffset ?? -UnknownSkew) - Rounding);

    /// <summary>A moment of the service on this machine's clock.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset moment) => Shift(moment, -(ClockOffset ?? TimeSpan.Zero));

    /// <summary>How far from the attempt a moment of the service is.</summary>
    public TimeSpan Distance(DateTimeOffset moment) => (ToLocal(moment) - SentAt).Duration();

    // Services may name any moment.
    private static DateTimeOffset Shift(DateTimeOffset moment, TimeSpan by) => new(
        Math.Clamp(moment.UtcTicks + by.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
}
