using System.CommandLine;
using System.Globalization;

namespace SeoAudit.Cli.Options;

/// <summary>Which pages are audited.</summary>
internal static class PageOptions
{
    public static readonly Option<int?> Limit = Values.Count("--limit", "N", 1, int.MaxValue, "Audits the first N pages only.");

    public static readonly Option<string[]> Include = Values.Many(
        "--include", "PATTERN", "Only pages whose path matches, as in robots.txt: a prefix, * for anything, $ for the end. May be given several times.");

    public static readonly Option<string[]> Exclude = Values.Many(
        "--exclude", "PATTERN", "No pages whose path matches, whatever --include says. May be given several times.");

    public static readonly Option<DateTimeOffset?> Since = Values.Of(
        "--since",
        "DATE",
        "Only pages that the sitemap says were changed since, e.g. 2026-11-01, and those it says nothing about.",
        static text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : (DateTimeOffset?)null,
        "a date such as 2026-11-01");
}
