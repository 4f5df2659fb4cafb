namespace SeoAudit.Client.Tests.Faults;

/// <summary>A timer of a <see cref="FaultClock"/>, which knows when it is due.</summary>
internal sealed class FaultTimer(FaultClock clock, bool isDelay) : ITimer
{
    private ITimer? _inner;

    /// <summary>Whether somebody does nothing but wait for it.</summary>
    public bool IsDelay => isDelay;

    public bool IsCounted { get; init; } = true;

    public DateTimeOffset Due { get; set; }

    public void Start(TimeProvider inner, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Armed before it exists: one that is due at once fires while it is made.
        clock.Armed(this, dueTime);
        _inner = inner.CreateTimer(
            fired =>
            {
                clock.Disarmed(this);
                callback(fired);
            },
            state,
            dueTime,
            period);
        clock.Set(this, dueTime);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Armed(this, dueTime);
        bool isChanged = _inner!.Change(dueTime, period);
        clock.Set(this, dueTime);
        return isChanged;
    }

    public void Dispose()
    {
        clock.Disarmed(this);
        _inner?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
