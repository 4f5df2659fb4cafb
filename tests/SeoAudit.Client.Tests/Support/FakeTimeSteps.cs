using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Support;

internal static class FakeTimeSteps
{
    /// <summary>Moves the clock on until the task is done, giving what waits for the clock a chance to run between the steps.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider time, Task task, TimeSpan step, int steps)
    {
        for (var taken = 0; taken < steps && !task.IsCompleted; taken++)
        {
            for (var turn = 0; turn < 50 && !task.IsCompleted; turn++)
            {
                await Task.Yield();
            }

            time.Advance(step);
        }

        for (var turn = 0; turn < 100_000 && !task.IsCompleted; turn++)
        {
            await Task.Yield();
        }

        Assert.True(task.IsCompleted, $"Not done after {steps} steps of {step}.");
    }
}
