using SeoAudit.Client;

namespace Quickstart;

/// <summary>
/// Shows how far the pages are, and what of the sitemap cannot be read: a bar on one line of a terminal, else a line now and then.
/// </summary>
internal sealed class PagesProgress : IProgress<BulkAuditProgress>, IProgress<SitemapFault>
{
    private const int BarWidth = 20;
    private const int RoomForBar = 72;

    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);

    private readonly TerminalLine _line = new();
    private readonly bool _inPlace = TerminalLine.IsPossible;
    private BulkAuditProgress? _latest;
    private TimeSpan _shownAt;

    public void Report(BulkAuditProgress value)
    {
        _latest = value;
        if (value.Elapsed - _shownAt >= (_inPlace ? TerminalInterval : PlainInterval))
        {
            _shownAt = value.Elapsed;
            Show(value);
        }
    }

    public void Report(SitemapFault value) => _line.Warn(
        $"  {value.Sitemap}{(value.LineNumber > 0 ? $", line {value.LineNumber}" : "")}: {value.Reason}{(value.Text is { } text ? $" ({text})" : "")}");

    /// <summary>Shows the last state, which may have come too soon after the one before, and ends the line.</summary>
    public void End()
    {
        if (_inPlace && _latest is { } latest)
        {
            Show(latest);
            _line.End();
        }
    }

    private void Show(BulkAuditProgress value)
    {
        // A sitemap is a stream, so what is known of its length is what was read so far. Failed is meant as in the report.
        string text = $"{value.Completed:N0} of {value.Submitted:N0} so far, {value.Passed:N0} passed, {value.Completed - value.Passed:N0} failed, "
            + $"{value.Completed / Math.Max(value.Elapsed.TotalSeconds, 0.001):0.0} pages/s"
            + (value.PausedUntil is { } until ? $", paused until {until.ToLocalTime():HH:mm:ss}" : "");
        if (!_inPlace)
        {
            Console.WriteLine($"  {text}");
            return;
        }

        int filled = (int)((long)BarWidth * value.Completed / Math.Max(value.Submitted, 1));
        string bar = TerminalLine.Width < RoomForBar ? "" : $"[{new string('#', filled).PadRight(BarWidth, '-')}] ";
        _line.Show($"  {bar}{text}");
    }
}
