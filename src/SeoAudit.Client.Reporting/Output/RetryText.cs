using System.Globalization;

namespace SeoAudit.Client.Reporting.Output;

/// <summary>When a page may be tried again, as a sentence behind another.</summary>
internal static class RetryText
{
    public static string Of(PageAuditOutcome outcome) => outcome.RetryAt is { } retryAt
        ? string.Create(CultureInfo.InvariantCulture, $" It may be tried again at {retryAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.")
        : string.Empty;
}
