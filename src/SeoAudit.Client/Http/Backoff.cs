using System.Diagnostics.CodeAnalysis;

namespace SeoAudit.Client.Http;

/// <summary>Growing, jittered waits.</summary>
internal static class Backoff
{
    public static TimeSpan Exponential(TimeSpan first, int step, TimeSpan cap)
    {
        double milliseconds = first.TotalMilliseconds * Math.Pow(2, Math.Min(step, 30));
        return milliseconds < cap.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : cap;
    }

    /// <summary>Between four fifths and six fifths of the given wait, so that many clients do not return as one.</summary>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Spreads load; guards nothing.")]
    public static TimeSpan Jittered(TimeSpan delay) => delay * (0.8 + (Random.Shared.NextDouble() * 0.4));
}
