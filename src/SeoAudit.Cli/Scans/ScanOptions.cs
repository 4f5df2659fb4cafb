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
        "--max-credits", "N", 1, int.MaxValue, "Starts no scan that would cost more credits.");

    public static readonly Option<TimeSpan?> Timeout = Values.Duration(
        "--timeout", "How long it is waited for, e.g. 1800s. By default 1 h for a scan, 2 min for an audit.");

    public static IReadOnlyList<Option> All => [MaxPages, LinkCheck, MaxCredits];
}
