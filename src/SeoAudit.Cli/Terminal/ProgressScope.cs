using Spectre.Console;

namespace SeoAudit.Cli.Terminal;

/// <summary>Shows progress while some work runs, in the way that fits who looks.</summary>
internal static class ProgressScope
{
    public static async Task<T> RunAsync<T>(Screen screen, TimeProvider time, Func<IProgressView, Task<T>> work)
    {
        if (screen.IsQuiet)
        {
            return await work(new SilentProgress());
        }

        if (!screen.IsTerminal)
        {
            return await work(new LineProgress(screen.Note, time));
        }

        screen.IsLive = true;
        try
        {
            return await ShowAsync(screen, work);
        }
        finally
        {
            screen.IsLive = false;
        }
    }

    private static Task<T> ShowAsync<T>(Screen screen, Func<IProgressView, Task<T>> work) => screen.Error.Progress()
        .HideCompleted(false)
        .AutoClear(true)
        .Columns(new ProgressBarColumn { Width = 20 }, new PercentageColumn(), new StateTextColumn())
        .StartAsync(context =>
        {
            ProgressTask task = context.AddTask("Starting");
            task.IsIndeterminate = true;
            return work(new BarProgress(task));
        });
}
