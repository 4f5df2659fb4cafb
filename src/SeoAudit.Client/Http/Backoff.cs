using System.Diagnostics.CodeAnalysis;
using static SeoAudit.Client.Http.Durations;

namespace SeoAudit.Client.Http;

/// <summary>Growing, jittered waits.</summary>
internal static class Backoff
{
    /// <summary>Added to what a service asks for: timers may fire a few milliseconds early, and it must not see that.</summary>
    public static readonly TimeSpan Pad = TimeSpan.FromMilliseconds(50);

    // How much later than it was asked for a wait may end.
    private const double Spread = 0.2;

    private static readonly TimeSpan LongestSpread = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromSeconds(30);

    /// <summary>How long to leave a service alone that asks for a pause without saying of what length; 1 to 30 seconds.</summary>
    public static TimeSpan Pause(int pausesBefore) => Exponential(FirstPause, pausesBefore, LongestGuess);

    public static TimeSpan Exponential(TimeSpan first, int step, TimeSpan cap)
    {
        double milliseconds = first.TotalMilliseconds * Math.Pow(2, Math.Min(step, 30));
        return milliseconds < cap.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : cap;
    }

    /// <summary>
    /// A wait that a service asked for, and up to a fifth more, so that many clients who were told the same do not return as one;
    /// never shorter.
    /// </summary>
    /// <param name="asked">What the service asked for.</param>
    /// <param name="spread">Within how long they may return where a fifth is less; the longer the more often they were sent away.</param>
    /// <param name="room">How long the wait may be; one that was asked for keeps to it if it can.</param>
    public static TimeSpan Asked(TimeSpan asked, TimeSpan spread = default, TimeSpan? room = null)
    {
        TimeSpan least = asked + Pad;
        TimeSpan more = Min(Max(asked * Spread, spread), LongestSpread);
        return least + (Share() * (room is { } most ? Max(Min(more, (most - least) / 2), TimeSpan.Zero) : more));
    }

    /// <summary>Between four fifths and six fifths of the given wait, so that many clients do not return as one.</summary>
    public static TimeSpan Jittered(TimeSpan delay) => delay * (0.8 + (Share() * 0.4));

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Spreads load; guards nothing.")]
    private static double Share() => Random.Shared.NextDouble();
}
