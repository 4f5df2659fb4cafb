using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Support;

/// <summary>Moves a clock, by a step whenever the test has come to rest.</summary>
/// <param name="time">The clock.</param>
/// <param name="step">How far it is moved each time.</param>
/// <param name="goesOn">Whether another step may be taken after so many.</param>
internal sealed class ClockHand(FakeTimeProvider time, TimeSpan step, Func<int, bool> goesOn)
{
    /// <summary>Says whether something is under way that the test cannot be seen to be at; the clock stands as long as it is.</summary>
    public Func<bool> IsHeld { get; init; } = static () => false;

    /// <summary>Moves it until something is over, or no more steps may be taken.</summary>
    public Task MoveUntilAsync(Task until)
    {
        var watch = new RestWatch(TestFlow.Current);
        return OwnThread.RunAsync(() => Move(watch, until));
    }

    private void Move(RestWatch watch, Task until)
    {
        for (var taken = 0; goesOn(taken); taken++)
        {
            watch.Wait(until);
            if (until.IsCompleted)
            {
                return;
            }

            if (IsHeld())
            {
                Thread.Sleep(1);
            }
            else
            {
                time.Advance(step);
            }
        }
    }
}
