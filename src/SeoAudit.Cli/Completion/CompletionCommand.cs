using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Running;

namespace SeoAudit.Cli.Completion;

internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = MakeShell();

    public static Command Create(IReadOnlyList<string> arguments)
    {
        var command = new Command("completion", "Prints a script that completes commands and options in a shell.") { Shell };
        command.Does(arguments, static invocation =>
        {
            Console.Out.Write(CompletionScripts.ByShell[invocation.Get(Shell)]);
            return Task.FromResult(ExitCode.Passed);
        });
        return command;
    }

    private static Argument<string> MakeShell()
    {
        var shell = new Argument<string>("SHELL") { Description = $"{string.Join(", ", CompletionScripts.ByShell.Keys)}." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.ByShell.Keys]);
        return shell;
    }
}
