namespace SeoAudit.Client.Pacing;

/// <summary>One limit: permits that are taken, and come back by themselves. Moments are those of a <see cref="PacingClock"/>.</summary>
internal abstract class PacingWindow
{
    public PacingRule Rule { get; private set; }

    // Settings that an app changes in place are not checked again.
    public int Permits => Math.Max(1, Rule.Permits);

    /// <summary>Goes by another rule of the same kind; what is held stays held.</summary>
    public virtual void Change(PacingRule rule) => Rule = rule;

    /// <summary>How many permits have not come back by now.</summary>
    public abstract int Held(long now);

    /// <summary>When the permit comes back that is held the longest but so many.</summary>
    public abstract long Returns(int index, long now);

    /// <summary>When a permit would come back that is taken then.</summary>
    public abstract long ReturnOf(long taken, long now);

    public abstract void Take(long now);

    /// <summary>When there will be more, as shown to people; null where nothing is to come.</summary>
    public abstract DateTimeOffset? ResetsAt(long now);
}
