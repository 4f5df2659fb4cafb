using System.Globalization;
using SeoAudit.Cli.Options;
using SeoAudit.Client;

namespace SeoAudit.Cli.Running;

/// <summary>Says how far a run is: counts, rate, the time that is left, and the quota that is left.</summary>
internal static class ProgressText
{
    private static readonly TimeSpan LongestLeft = TimeSpan.FromDays(100);

    /// <summary>The state of a run over pages.</summary>
    /// <param name="progress">What the run tells.</param>
    /// <param name="isInputRead">Whether all its pages are known.</param>
    /// <param name="quota">What the service allows; null where it is not known.</param>
    public static ProgressState Of(BulkAuditProgress progress, bool isInputRead, AuditQuota? quota)
    {
        double rate = progress.Completed / Math.Max(progress.Elapsed.TotalSeconds, 0.001);
        var parts = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{progress.Completed:N0} of {progress.Submitted:N0}{(isInputRead ? "" : "+")} pages"),
            string.Create(CultureInfo.InvariantCulture, $"{progress.Passed:N0} passed"),
            string.Create(CultureInfo.InvariantCulture, $"{progress.Completed - progress.Passed:N0} failed"),
            string.Create(CultureInfo.InvariantCulture, $"{rate:0.0} pages/s"),
        };
        if (isInputRead && progress.Completed > 0 && progress.Completed < progress.Submitted)
        {
            parts.Add($"{Left((progress.Submitted - progress.Completed) / rate)} left");
        }

        if (quota?.Remaining is { } remaining)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"quota left {remaining:N0}"));
        }

        if (progress.PausedUntil is { } until)
        {
            parts.Add($"paused until {until.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}");
        }

        return new ProgressState(progress.Completed, isInputRead ? progress.Submitted : null, string.Join(", ", parts));
    }

    /// <summary>The state of a scan or audit that is waited for.</summary>
    public static ProgressState Of(AuditProgress progress)
    {
        var parts = new List<string> { progress.Status };
        if (progress.AnalyzedPages is { } analyzed)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{analyzed:N0}{(progress.TotalPages is { } total ? $" of {total:N0}" : "")} pages"));
            if (analyzed > 0 && progress.TotalPages > analyzed && progress.Elapsed > TimeSpan.Zero)
            {
                double rate = analyzed / progress.Elapsed.TotalSeconds;
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{rate:0.0} pages/s"));
                parts.Add($"{Left((progress.TotalPages.Value - analyzed) / rate)} left");
            }
        }

        parts.Add($"{Show(progress.Elapsed)} so far");
        return new ProgressState(progress.Percentage ?? 0, progress.Percentage is null ? null : 100, string.Join(", ", parts));
    }

    /// <summary>A quota in words.</summary>
    public static string Of(AuditQuota quota) => quota switch
    {
        { Remaining: { } remaining, Limit: { } limit } => string.Create(CultureInfo.InvariantCulture, $"{AuditOptions.NameOf(quota.Service)}: {remaining:N0} of {limit:N0} audits left"),
        { Remaining: { } remaining } => string.Create(CultureInfo.InvariantCulture, $"{AuditOptions.NameOf(quota.Service)}: {remaining:N0} audits left"),
        _ => $"{AuditOptions.NameOf(quota.Service)}: the service tells what is left with an audit's answer only",
    };

    // How many pages a scan has is what the service says: at its pace they may take longer than there are words for.
    private static string Left(double seconds) => seconds < LongestLeft.TotalSeconds
        ? Show(TimeSpan.FromSeconds(seconds))
        : string.Create(CultureInfo.InvariantCulture, $"more than {LongestLeft.TotalDays:0} days");

    private static string Show(TimeSpan time) => time switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
    };
}
