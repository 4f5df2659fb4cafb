using System.CommandLine;

namespace SeoAudit.Cli.Options;

/// <summary>How a run that ended early is gone on with.</summary>
internal static class JournalOptions
{
    public static readonly Option<string?> Journal = Values.Text(
        "--journal", "FILE", "Remembers in this file what was audited and queued; a run with the same file and options goes on from there. By default a file of the tool's own, until the run is complete.");

    public static readonly Option<bool> Resume = Values.Switch(
        "--resume", "Goes on with the last run of the same command, which was interrupted: what was audited is not audited again.");

    public static IReadOnlyList<Option> All => [Journal, Resume];
}
