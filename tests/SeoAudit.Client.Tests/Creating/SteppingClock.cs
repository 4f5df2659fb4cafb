using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>A clock that is set while time goes on as ever.</summary>
internal sealed class SteppingClock(FakeTimeProvider time) : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Shift;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
