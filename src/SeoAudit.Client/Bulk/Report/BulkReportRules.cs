using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Bulk;

/// <summary>The allowed values of <see cref="BulkReportOptions"/>.</summary>
internal static class BulkReportRules
{
    private const int LongestList = 10_000;

    public static BulkReportOptions Check(BulkReportOptions? options)
    {
        options ??= new BulkReportOptions();
        Require.InRange(options.WorstPages, 0, LongestList, nameof(BulkReportOptions.WorstPages));
        Require.InRange(options.CommonestChecks, 0, LongestList, nameof(BulkReportOptions.CommonestChecks));
        return options;
    }
}
