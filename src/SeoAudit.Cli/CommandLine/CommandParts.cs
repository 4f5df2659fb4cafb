using System.CommandLine;

namespace SeoAudit.Cli.CommandLine;

/// <summary>Puts commands together.</summary>
internal static class CommandParts
{
    public static Command With(this Command command, IEnumerable<Option> options)
    {
        foreach (Option option in options)
        {
            command.Add(option);
        }

        return command;
    }
}
