using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Support;

internal static class FakeTimeSteps
{
    // Only for what hangs although all the simulated time has passed.
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(20);

    /// <summary>Moves the clock on until the task is done, giving what waits for the clock a chance to run between the steps.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider time, Task task, TimeSpan step, int steps)
    {
        // On a busy machine what is to run may run late: then more steps are taken.
        long started = Stopwatch.GetTimestamp();
        for (var taken = 0; !task.IsCompleted && (taken < steps || Stopwatch.GetElapsedTime(started) < RealLimit); taken++)
        {
            for (var turn = 0; turn < 50 && !task.IsCompleted; turn++)
            {
                await Task.Yield();
            }

            time.Advance(step);
        }

        Assert.True(task.IsCompleted, $"Not done after {steps} steps of {step}.");
    }
}
