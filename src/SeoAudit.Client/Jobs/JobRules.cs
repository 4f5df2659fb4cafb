using System.Text.Json;
using SeoAudit.Client.Bulk;
using SeoAudit.Client.Storage;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Jobs;

/// <summary>The allowed values of <see cref="BulkAuditJobOptions"/>.</summary>
internal static class JobRules
{
    private const int LongestName = 200;

    // What the places of an input can be counted to, rounded down.
    private const int MostUrls = 2_000_000_000;

    public static BulkAuditJobOptions Check(BulkAuditJobOptions? options)
    {
        options ??= new BulkAuditJobOptions();
        if (options.Audit is null || options.Report is null)
        {
            throw Require.Broken(
                options.Audit is null ? nameof(BulkAuditJobOptions.Audit) : nameof(BulkAuditJobOptions.Report), "must not be null; leave it out for the defaults.");
        }

        if (options.Audit.JournalPath is not null)
        {
            throw OwnedByJob(nameof(BulkAuditOptions.JournalPath));
        }

        if (options.Audit.Journal is not null)
        {
            throw OwnedByJob(nameof(BulkAuditOptions.Journal));
        }

        if (options.Audit.OnlyRecorded)
        {
            throw OwnedByJob(nameof(BulkAuditOptions.OnlyRecorded));
        }

        if (options.Audit.Progress is not null)
        {
            throw OwnedByJob(nameof(BulkAuditOptions.Progress));
        }

        if (options.Report.TimeProvider is not null)
        {
            throw OwnedByJob(nameof(BulkReportOptions.TimeProvider));
        }

        if (options.Name is { Length: 0 or > LongestName })
        {
            throw Require.Broken(nameof(BulkAuditJobOptions.Name), $"must have 1 to {LongestName} characters, or be null for none.");
        }

        BulkAuditRules.Check(options.Audit);
        BulkReportRules.Check(options.Report);
        return options;
    }

    /// <summary>Checks what a file says of a job.</summary>
    /// <exception cref="ArgumentException">It says what cannot be.</exception>
    /// <exception cref="JsonException">What it says of the job's failure is no stored error.</exception>
    public static JobRecord Check(JobRecord record)
    {
        if (record is not
            {
                Version: JobRecord.CurrentVersion,
                Options.ServiceFallback: not null,
                Counts: { Completed: >= 0, Passed: >= 0, Failed: >= 0, NotAttempted: >= 0 },
                Total: >= 0,
                Duplicates: >= 0,
                Status.Value.Length: > 0,
            })
        {
            throw new ArgumentException("The stored job is of another version, or lacks something.", nameof(record));
        }

        if (record.Total > MostUrls - record.Duplicates)
        {
            throw new ArgumentException("The stored job has more URLs than there are places.", nameof(record));
        }

        if (record.Error is { } error)
        {
            _ = StoredError.ToError(error);
        }

        Check(record.Options.ToOptions());
        return record;
    }

    private static ArgumentException OwnedByJob(string name) => Require.Broken(name, "must not be set: a job has its own.");
}
