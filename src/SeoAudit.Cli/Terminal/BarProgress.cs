using SeoAudit.Cli.Running;
using Spectre.Console;

namespace SeoAudit.Cli.Terminal;

/// <summary>A bar at the foot of the terminal.</summary>
internal sealed class BarProgress(ProgressTask task) : IProgressView
{
    public void Show(ProgressState state)
    {
        task.Description = state.Text;
        task.IsIndeterminate = state.Total is null;
        if (state.Total is { } total)
        {
            task.MaxValue = Math.Max(total, 1);
            task.Value = state.Done;
        }
    }
}
