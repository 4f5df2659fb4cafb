using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Bulk;

/// <summary>The allowed values of <see cref="BulkAuditOptions"/>.</summary>
internal static class BulkAuditRules
{
    private const int MaxConcurrencyLimit = 1_000;

    public static BulkAuditOptions Check(BulkAuditOptions? options)
    {
        options ??= new BulkAuditOptions();
        Require.InRange(options.MaxConcurrency, 1, MaxConcurrencyLimit, nameof(BulkAuditOptions.MaxConcurrency));
        return Enum.IsDefined(options.Order)
            ? options
            : throw Require.Broken(nameof(BulkAuditOptions.Order), "must be AsCompleted or AsSubmitted.");
    }
}
