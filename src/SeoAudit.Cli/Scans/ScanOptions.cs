using System.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Cli.Scans;

/// <summary>How a site is scanned.</summary>
internal static class ScanOptions
{
    public const int DefaultPages = 100;

    public static readonly Option<int?> MaxPages = Values.Count(
        "--max-pages", "N", 1, ScanRequest.MaxPagesLimit, $"How many pages are scanned at most, 1 to {ScanRequest.MaxPagesLimit}. By default {DefaultPages}.");

    public static readonly Option<bool> LinkCheck = Values.Switch("--link-check", "Has links checked, at its price.");

    public static readonly Option<int?> MaxCredits = Values.Count(
        "--max-credits", "N", 1, int.MaxValue, "Cancels the scan at once when the service estimates more credits for it; one whose estimate is not known goes on.");

    public static readonly Option<TimeSpan?> Timeout = Values.Duration(
        "--timeout", TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(7), "How long it is waited for, e.g. 1800s; 7 days at most. By default 1 h for a scan, 2 min for an audit.");

    public static IReadOnlyList<Option> All => [MaxPages, LinkCheck, MaxCredits];
}
