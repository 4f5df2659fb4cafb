using System.Diagnostics.CodeAnalysis;

namespace SeoAudit.Client.Http;

/// <summary>Growing, jittered waits.</summary>
internal static class Backoff
{
    /// <summary>Added to what a service asks for: timers may fire a few milliseconds early, and it must not see that.</summary>
    public static readonly TimeSpan Pad = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromSeconds(30);

    /// <summary>How long to leave a service alone that asks for a pause without saying of what length; 1 to 30 seconds.</summary>
    public static TimeSpan Pause(int pausesBefore) => Exponential(FirstPause, pausesBefore, LongestGuess);

    public static TimeSpan Exponential(TimeSpan first, int step, TimeSpan cap)
    {
        double milliseconds = first.TotalMilliseconds * Math.Pow(2, Math.Min(step, 30));
        return milliseconds < cap.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : cap;
    }

    /// <summary>Between four fifths and six fifths of the given wait, so that many clients do not return as one.</summary>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Spreads load; guards nothing.")]
    public static TimeSpan Jittered(TimeSpan delay) => delay * (0.8 + (Random.Shared.NextDouble() * 0.4));
}
