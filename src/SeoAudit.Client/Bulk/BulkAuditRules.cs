using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Bulk;

/// <summary>The allowed values of <see cref="BulkAuditOptions"/>.</summary>
internal static class BulkAuditRules
{
    private const int MaxConcurrencyLimit = 1_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    public static BulkAuditOptions Check(BulkAuditOptions? options)
    {
        options ??= new BulkAuditOptions();
        CheckServices(options);
        if (options.MaxConcurrency is { } concurrency)
        {
            Require.InRange(concurrency, 1, MaxConcurrencyLimit, nameof(BulkAuditOptions.MaxConcurrency));
        }

        Require.InRange(options.ScanBatchSize, 1, Seogent.ScanRequest.MaxUrls, nameof(BulkAuditOptions.ScanBatchSize));
        CheckEnum(options.Order, nameof(BulkAuditOptions.Order));
        CheckEnum(options.Cooldown, nameof(BulkAuditOptions.Cooldown));
        CheckEnum(options.Cache, nameof(BulkAuditOptions.Cache));
        if (options.PassThreshold is not (>= 0 and <= 100))
        {
            throw Require.Broken(nameof(BulkAuditOptions.PassThreshold), "must be between 0 and 100.");
        }

        if (options.MaxPause < TimeSpan.Zero || options.MaxPause > LongestPause)
        {
            throw Require.Broken(nameof(BulkAuditOptions.MaxPause), "must be between 0 and 7 days.");
        }

        if (options is { Journal: not null, JournalPath: not null })
        {
            throw Require.Broken(nameof(BulkAuditOptions.Journal), "must not be set together with 'JournalPath': a run has one journal.");
        }

        return options.JournalPath is null || !string.IsNullOrWhiteSpace(options.JournalPath)
            ? options
            : throw Require.Broken(nameof(BulkAuditOptions.JournalPath), "must name a file, or be null for no journal.");
    }

    private static void CheckServices(BulkAuditOptions options)
    {
        if (options.ServiceFallback is null)
        {
            throw Require.Broken(nameof(BulkAuditOptions.ServiceFallback), "must not be null; leave it empty for no fallback.");
        }

        AuditService[] services = [options.Service, .. options.ServiceFallback];
        foreach (AuditService service in services)
        {
            CheckEnum(service, nameof(BulkAuditOptions.Service));
        }

        if (services.Distinct().Count() != services.Length)
        {
            throw Require.Broken(nameof(BulkAuditOptions.ServiceFallback), "must name each service once, and not the one of 'Service'.");
        }
    }

    private static void CheckEnum<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw Require.Broken(name, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }
}
