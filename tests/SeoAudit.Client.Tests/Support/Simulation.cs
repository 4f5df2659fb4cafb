using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Support;

/// <summary>Lets simulated time pass until something is done.</summary>
internal static class Simulation
{
    private const int MaxSteps = 20_000;

    private const int YieldsBetweenSteps = 20;

    /// <summary>Moves the clock on, step by step, letting what woke up run before the next step.</summary>
    public static async Task<T> RunAsync<T>(FakeTimeProvider time, Task<T> task, TimeSpan step)
    {
        for (var steps = 0; steps < MaxSteps && !task.IsCompleted; steps++)
        {
            time.Advance(step);
            for (var yields = 0; yields < YieldsBetweenSteps && !task.IsCompleted; yields++)
            {
                await Task.Yield();
            }
        }

        Assert.True(task.IsCompleted, "Simulated time ran out before the task was done.");
        return await task;
    }
}
