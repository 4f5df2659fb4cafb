using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Cli.Tests.Support;

/// <summary>Waits for something that another process is to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Lets a clock run as well, whenever someone waits for it.</summary>
    public static Task TrueAsync(WatchedClock clock, Func<bool> condition, string what) => TrueAsync(
        () =>
        {
            if (condition())
            {
                return true;
            }

            if (clock.Waiting > 0)
            {
                clock.Advance(TimeSpan.FromMilliseconds(200));
            }

            return false;
        },
        what);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        using var timer = new PeriodicTimer(Step);
        long began = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"It never happened that {what}.");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
