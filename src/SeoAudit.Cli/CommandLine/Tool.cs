using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SeoAudit.Cli.Terminal;

namespace SeoAudit.Cli.CommandLine;

/// <summary>The tool as a whole: reads the command line and runs what it asks for.</summary>
internal static class Tool
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (KeyArguments.Refuse(args) is { } refusal)
        {
            StandardError.WriteLine($"error: {refusal}");
            return ExitCode.Usage;
        }

        ParseResult parsed = RootCommands.Create(args).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return Complain(parsed);
        }

        // Signals are the business of the commands: they finish files before they end.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (IOException)
        {
            // Of all that is printed, help and versions alone are printed by no command: nobody can be told.
            return ExitCode.Usage;
        }
    }

    private static int Complain(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors)
        {
            StandardError.WriteLine($"error: {PlainText.Of(error.Message)}");
        }

        Command command = parsed.CommandResult.Command;
        string name = command is RootCommand ? RootCommands.Name : $"{RootCommands.Name} {PathOf(command)}";
        StandardError.WriteLine($"See {name} --help.");
        return ExitCode.Usage;
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault(static parent => parent is not RootCommand) is { } parent
            ? $"{PathOf(parent)} {command.Name}"
            : command.Name;
}
