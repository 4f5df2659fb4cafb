using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Pacing;

/// <summary>A clock whose timers never ring by themselves, and are counted.</summary>
internal sealed class LateTimers : FakeTimeProvider, IDisposable
{
    private int _alive;

    public int Alive => Volatile.Read(ref _alive);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _alive);
        return new Silent(this);
    }

    public void Dispose() => Assert.Equal(0, Alive);

    private sealed class Silent(LateTimers owner) : ITimer
    {
        private int _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                Interlocked.Decrement(ref owner._alive);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
