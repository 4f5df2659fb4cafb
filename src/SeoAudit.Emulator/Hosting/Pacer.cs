namespace SeoAudit.Emulator.Hosting;

/// <summary>
/// Spreads steps over time by a plan that starts with the work, not by waits between steps, so that one large step of a
/// fake clock brings the work as far as the time that passed.
/// </summary>
internal sealed class Pacer(TimeProvider timeProvider, DateTimeOffset start)
{
    private DateTimeOffset _due = start;

    public async Task StepAsync(TimeSpan step, CancellationToken cancellationToken)
    {
        _due += step;
        TimeSpan wait = _due - timeProvider.GetUtcNow();
        if (wait <= TimeSpan.Zero)
            return;

        using var moved = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task delay = Task.Delay(wait, timeProvider, moved.Token);

        // A fake clock that moved before the timer was set would leave it waiting for a time that has passed.
        if (timeProvider.GetUtcNow() < _due)
            await delay.ConfigureAwait(false);
        else
            await moved.CancelAsync().ConfigureAwait(false);
    }
}
