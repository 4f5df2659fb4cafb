using SeoAudit.Cli.CommandLine;

namespace SeoAudit.Cli.Reports;

/// <summary>The exit code that a run ends with.</summary>
internal static class Verdict
{
    public static int Of(RunBalance balance)
    {
        return balance switch
        {
            { UnwrittenReports.Count: > 0 } => ExitCode.Usage,
            { Report: { Audited: 0, Total: > 0 }, IsInterrupted: false } => ExitCode.Service,
            { Gate.IsPassed: false } => ExitCode.GateFailed,
            { IsInterrupted: true } or { Failure: not null } or { Report: { Errors: > 0 } or { NotAttempted: > 0 } } => ExitCode.Partial,
            _ => ExitCode.Passed,
        };
    }
}
