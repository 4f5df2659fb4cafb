using Microsoft.Extensions.Time.Testing;

namespace SeoAudit.Client.Tests.Support;

/// <summary>Lets a fake clock run, in small steps, for as long as something takes.</summary>
internal static class SimulatedTime
{
    private const int MinYields = 20;
    private const int MaxYields = 50;

    // Only for what hangs although all the simulated time has passed.
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(20);

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>Starts it away from the test's own context, so that most continuations run within a step.</summary>
    public static Task<T> RunAsync<T>(this FakeTimeProvider time, Func<Task<T>> start, double step = 0.01, double limit = 200) =>
        Task.Run(async () =>
        {
            Task<T> task = start();
            await AdvanceAsync(time, step, limit, task);
            return await task.WaitAsync(RealLimit);
        });

    public static Task RunAsync(this FakeTimeProvider time, Func<Task> start, double step = 0.01, double limit = 200) =>
        time.RunAsync(
            async () =>
            {
                await start();
                return true;
            },
            step,
            limit);

    private static async Task AdvanceAsync(FakeTimeProvider time, double step, double limit, Task task)
    {
        for (double passed = 0; passed < limit && !task.IsCompleted; passed += step)
        {
            time.Advance(Seconds(step));
            for (var count = 0; count < MaxYields && !task.IsCompleted; count++)
            {
                await Task.Yield();
                if (count >= MinYields && ThreadPool.PendingWorkItemCount == 0)
                {
                    break;
                }
            }
        }
    }
}
