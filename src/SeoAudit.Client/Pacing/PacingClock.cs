namespace SeoAudit.Client.Pacing;

/// <summary>The clock of a limiter: one that only runs forward, in its own units, and rounded so that nothing ever happens early.</summary>
internal sealed class PacingClock(TimeProvider time)
{
    // Far enough for any setting, and near enough to be added to.
    private const long Never = long.MaxValue / 4;

    public TimeProvider Time => time;

    public long Now => time.GetTimestamp();

    public DateTimeOffset UtcNow => time.GetUtcNow();

    /// <summary>A span in the clock's units, rounded up.</summary>
    public long Units(TimeSpan span) => Scale(span.Ticks, time.TimestampFrequency, TimeSpan.TicksPerSecond);

    /// <summary>The clock's units as a span, rounded up.</summary>
    public TimeSpan Span(long units) => new(Scale(units, TimeSpan.TicksPerSecond, time.TimestampFrequency));

    private static long Scale(long amount, long to, long from)
    {
        if (amount <= 0)
        {
            return 0;
        }

        Int128 scaled = (((Int128)amount * to) + from - 1) / from;
        return scaled < Never ? (long)scaled : Never;
    }
}
