namespace SeoAudit.Client.Creating;

/// <summary>Something that may have been created although its answer never came.</summary>
/// <param name="likeness">What the service's list shows of it.</param>
/// <param name="target">All that was asked for.</param>
/// <param name="sentAt">When it was first sent, by this machine's clock.</param>
internal sealed class LostCreation(string likeness, string target, DateTimeOffset sentAt)
{
    // Services are given this long to work on a request whose answer was lost.
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(1);

    // How exact a moment of the service is on this machine's clock.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(3);

    public DateTimeOffset SentAt => sentAt;

    /// <summary>When it was last given up, by this machine's clock.</summary>
    public DateTimeOffset EndedAt { get; set; }

    public bool IsRivalOf(LostCreation other) =>
        !ReferenceEquals(this, other) && Likeness == other.Likeness && Target != other.Target;

    public bool CanHaveCreated(DateTimeOffset moment) => moment >= SentAt - Rounding && moment <= EndedAt + Afterwards;

    private string Likeness => likeness;

    private string Target => target;
}
