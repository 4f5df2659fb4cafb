namespace SeoAudit.Client.Creating;

/// <summary>Something that may have been created although its answer never came.</summary>
/// <param name="canBe">Whether what the service's list shows may be it.</param>
/// <param name="target">All that was asked for.</param>
/// <param name="sentAt">When it was first sent, by this machine's clock.</param>
/// <param name="sentTimestamp">The same on the clock that nobody sets.</param>
internal sealed class LostCreation(Func<object, bool> canBe, string target, DateTimeOffset sentAt, long sentTimestamp)
{
    // Services are given this long to work on a request whose answer was lost.
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(1);

    // How exact a moment of the service is on this machine's clock.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(3);

    public DateTimeOffset SentAt => sentAt;

    /// <summary>When it was first sent, by what this machine's clock has been set to since. Never too late: a machine that sleeps may not count the time.</summary>
    public DateTimeOffset SentAtBy(TimeProvider time)
    {
        DateTimeOffset counted = time.GetUtcNow() - time.GetElapsedTime(sentTimestamp);
        return counted < SentAt ? counted : SentAt;
    }

    /// <summary>When it was last given up, by this machine's clock.</summary>
    public DateTimeOffset EndedAt { get; set; }

    /// <summary>The id that a look found it under; null before. Only looks, of which there is one at a time, read and set it.</summary>
    public string? FoundId { get; set; }

    /// <summary>Whether something may be this rather than what another call asked for. Two calls that ask for the same share what comes of it.</summary>
    /// <param name="row">What the list shows of it.</param>
    /// <param name="createdAt">When it was created, by this machine's clock.</param>
    /// <param name="other">The other call.</param>
    public bool CanBe(object row, DateTimeOffset createdAt, LostCreation other) =>
        Target != other.Target && createdAt >= SentAt - Rounding && createdAt <= EndedAt + Afterwards && canBe(row);

    private string Target => target;
}
