using System.CommandLine;

namespace SeoAudit.Cli.Running;

/// <summary>Gives commands their work.</summary>
internal static class CommandActions
{
    /// <summary>Runs the work with what it needs, and turns expected errors into messages and exit codes.</summary>
    public static void Does(this Command command, IReadOnlyList<string> arguments, Func<Invocation, Task<int>> work) =>
        command.SetAction(async parsed =>
        {
            using var invocation = new Invocation(parsed, arguments);
            try
            {
                return await work(invocation);
            }
            catch (OperationCanceledException) when (invocation.Stop.IsCancellationRequested)
            {
                invocation.Screen.Warn("Stopped.");
                return invocation.Interruption.ExitCode;
            }
            catch (Exception exception) when (Failure.ExitCodeOf(exception) is not null)
            {
                invocation.Screen.Fail(Failure.MessageOf(exception));
                return Failure.ExitCodeOf(exception)!.Value;
            }
        });
}
