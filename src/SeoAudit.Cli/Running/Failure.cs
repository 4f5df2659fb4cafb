using Microsoft.Extensions.Options;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Running;

/// <summary>Which errors are expected, and what exit code and message they end with.</summary>
internal static class Failure
{
    /// <summary>The exit code; null for an error that is a fault of the tool.</summary>
    public static int? ExitCodeOf(Exception exception) => exception switch
    {
        UsageException or OptionsValidationException or SeoAuditJournalException or ReportFormatException or QualityGateFormatException => ExitCode.Usage,
        SeoAuditException => ExitCode.Service,
        IOException or UnauthorizedAccessException or ArgumentException => ExitCode.Usage,
        _ => null,
    };

    /// <summary>What the exception says, without the name of a parameter of the SDK, which means nothing to who runs the tool.</summary>
    public static string MessageOf(Exception exception)
    {
        string suffix = $" (Parameter '{(exception as ArgumentException)?.ParamName}')";
        return exception.Message.EndsWith(suffix, StringComparison.Ordinal) ? exception.Message[..^suffix.Length] : exception.Message;
    }
}
