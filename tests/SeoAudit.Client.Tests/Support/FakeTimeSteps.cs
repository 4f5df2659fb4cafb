using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Support;

/// <summary>Moves a fake clock in steps, each taken when nothing is left to do for the test but to wait for the clock.</summary>
internal static class FakeTimeSteps
{
    // Only for what hangs although all the simulated time has passed.
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    /// <summary>Moves the clock on until the task is done.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider time, Task task, TimeSpan step, int steps)
    {
        // What comes by a connection comes when it will: then more steps are taken.
        long started = Stopwatch.GetTimestamp();
        await new ClockHand(time, step, taken => taken < steps || Stopwatch.GetElapsedTime(started) < RealLimit).MoveUntilAsync(task);

        Assert.True(task.IsCompleted, $"Not done after {steps} steps of {step}.");
    }

    /// <summary>Moves the clock by so many steps.</summary>
    public static async Task AdvanceAsync(this FakeTimeProvider time, TimeSpan step, int steps)
    {
        await new ClockHand(time, step, taken => taken < steps).MoveUntilAsync(Task.Delay(Timeout.Infinite));
        await RestAsync();
    }

    /// <summary>Lets the clock stand until nothing is left to do.</summary>
    public static Task RestAsync()
    {
        var watch = new RestWatch(TestFlow.Current);
        return OwnThread.RunAsync(() => watch.Wait(Task.Delay(Timeout.Infinite)));
    }
}
