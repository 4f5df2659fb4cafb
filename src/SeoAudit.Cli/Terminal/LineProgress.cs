using SeoAudit.Cli.Running;

namespace SeoAudit.Cli.Terminal;

/// <summary>A line now and then, for logs: the first, then one whenever enough is done or enough time has passed.</summary>
internal sealed class LineProgress(Action<string> write, TimeProvider time) : IProgressView
{
    private const int EveryDone = 100;

    private static readonly TimeSpan EveryTime = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long? _shownAt;
    private double _shownDone;

    public void Show(ProgressState state)
    {
        lock (_gate)
        {
            if (_shownAt is { } before && state.Done < _shownDone + EveryDone && time.GetElapsedTime(before) < EveryTime)
            {
                return;
            }

            _shownAt = time.GetTimestamp();
            _shownDone = state.Done;
            write(state.Text);
        }
    }
}
