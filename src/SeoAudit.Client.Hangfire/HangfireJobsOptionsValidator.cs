using Microsoft.Extensions.Options;

namespace SeoAudit.Client.Hangfire;

/// <summary>Checks all settings and names every fault in one message.</summary>
internal sealed class HangfireJobsOptionsValidator : IValidateOptions<HangfireJobsOptions>
{
    public ValidateOptionsResult Validate(string? name, HangfireJobsOptions options)
    {
        string[] faults = [.. Faults(options)];
        string prefix = string.IsNullOrEmpty(name) ? "AddHangfireJobs" : $"AddHangfireJobs '{name}'";
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"{prefix}:{fault}"));
    }

    private static IEnumerable<string> Faults(HangfireJobsOptions options)
    {
        if (options.BatchSize is < 1 or > 1_000)
        {
            yield return $"{nameof(options.BatchSize)} must be between 1 and 1,000, or null for the default.";
        }

        if (options.MaxConcurrentBatches is < 1 or > 1_000)
        {
            yield return $"{nameof(options.MaxConcurrentBatches)} must be between 1 and 1,000.";
        }

        if (options.Workers is < 0 or > 100)
        {
            yield return $"{nameof(options.Workers)} must be between 0 and 100.";
        }

        if (options.TakeOverAfter < TimeSpan.FromSeconds(3) || options.TakeOverAfter > TimeSpan.FromHours(1))
        {
            yield return $"{nameof(options.TakeOverAfter)} must be between 3 seconds and 1 hour.";
        }

        if (options.PollInterval < TimeSpan.FromMilliseconds(10) || options.PollInterval > TimeSpan.FromMinutes(1))
        {
            yield return $"{nameof(options.PollInterval)} must be between 10 milliseconds and 1 minute.";
        }

        if (options.KeepFinishedFor < TimeSpan.Zero || options.KeepFinishedFor > TimeSpan.FromDays(3_650))
        {
            yield return $"{nameof(options.KeepFinishedFor)} must be between 0 and 3,650 days.";
        }
    }
}
