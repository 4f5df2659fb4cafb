using Microsoft.Extensions.Options;

namespace SeoAudit.Client.Jobs;

/// <summary>Checks all settings of the jobs and names every fault in one message.</summary>
internal sealed class BulkAuditJobsOptionsValidator : IValidateOptions<BulkAuditJobsOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3_650);

    public ValidateOptionsResult Validate(string? name, BulkAuditJobsOptions options)
    {
        string[] faults = [.. Faults(options)];
        string prefix = string.IsNullOrEmpty(name) ? "AddJobs" : $"AddJobs '{name}'";
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"{prefix}:{fault}"));
    }

    private static IEnumerable<string> Faults(BulkAuditJobsOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Folder) || options.Folder.Contains('\0', StringComparison.Ordinal))
        {
            yield return $"{nameof(options.Folder)} must name a folder for the jobs; it is created where there is none.";
        }

        if (options.MaxConcurrentJobs is < 1 or > 100)
        {
            yield return $"{nameof(options.MaxConcurrentJobs)} must be between 1 and 100.";
        }

        if (options.QueueCapacity is < 1 or > 100_000)
        {
            yield return $"{nameof(options.QueueCapacity)} must be between 1 and 100,000.";
        }

        if (options.KeepFinishedFor < TimeSpan.Zero || options.KeepFinishedFor > Longest)
        {
            yield return $"{nameof(options.KeepFinishedFor)} must be between 0 and 3,650 days.";
        }
    }
}
