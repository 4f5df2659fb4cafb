using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Running;

namespace SeoAudit.Cli.Reports;

/// <summary>The exit code that a run ends with.</summary>
internal static class Verdict
{
    public static int Of(RunBalance balance)
    {
        bool nothing = balance.Report.Audited == 0;
        if (nothing && balance.Failure is { } failure)
        {
            return Failure.ExitCodeOf(failure) ?? ExitCode.Service;
        }

        if (nothing && balance.Report.Total > 0 && !balance.IsInterrupted)
        {
            return ExitCode.Service;
        }

        return balance switch
        {
            { Gate.IsPassed: false } => ExitCode.GateFailed,
            { IsInterrupted: true } or { Failure: not null } or { Report: { Errors: > 0 } or { NotAttempted: > 0 } } => ExitCode.Partial,
            _ => ExitCode.Passed,
        };
    }
}
