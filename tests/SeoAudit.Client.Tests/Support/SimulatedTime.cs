using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Support;

/// <summary>Lets a fake clock run, in small steps, for as long as something takes.</summary>
internal static class SimulatedTime
{
    // Only for what hangs although all the simulated time has passed.
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>Starts it away from the test's own context, and moves the clock whenever nothing is left to do but to wait for it.</summary>
    public static async Task<T> RunAsync<T>(this FakeTimeProvider time, Func<Task<T>> start, double step = 0.01, double limit = 200)
    {
        Task<T> task = Task.Run(start);
        await new ClockHand(time, Seconds(step), taken => taken * step < limit).MoveUntilAsync(task);
        return await task.WaitAsync(RealLimit);
    }

    public static Task RunAsync(this FakeTimeProvider time, Func<Task> start, double step = 0.01, double limit = 200) =>
        time.RunAsync(
            async () =>
            {
                await start();
                return true;
            },
            step,
            limit);
}
