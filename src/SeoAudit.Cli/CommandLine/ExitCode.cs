namespace SeoAudit.Cli.CommandLine;

/// <summary>What the tool tells whoever started it. Where several hold, the one that is named first in <see cref="Precedence"/> counts.</summary>
internal static class ExitCode
{
    public const int Passed = 0;
    public const int GateFailed = 1;
    public const int Usage = 2;
    public const int Service = 3;
    public const int Partial = 4;

    public static readonly IReadOnlyList<(int Code, string Meaning)> Precedence =
    [
        (Usage, "The command line, a setting or a file that it names is wrong, and nothing was audited; or a report could not be written."),
        (Service, "No page could be audited: the service or the network failed, the key was refused, or quota or credits are used up."),
        (GateFailed, "A rule of the gate is violated."),
        (Partial, "Some pages could not be audited, or the run was interrupted; what was audited breaks no rule."),
        (Passed, "All pages were audited, and no rule of the gate is violated."),
    ];
}
