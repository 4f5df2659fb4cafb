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
    public DateTimeOffset Opens => SentAt + (ClockOffset ?? -UnknownSkew) - Rounding;

    /// <summary>A moment of the service on this machine's clock.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset moment) => moment - (ClockOffset ?? TimeSpan.Zero);
}
