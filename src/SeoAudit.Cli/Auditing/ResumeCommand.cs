using SeoAudit.Cli.CommandLine;

namespace SeoAudit.Cli.Auditing;

/// <summary>Writes a command line as a shell reads it.</summary>
internal static class ResumeCommand
{
    private const string PlainCharacters = "-_./:=,%@+";

    /// <summary>The same command with further arguments, where it does not have them.</summary>
    public static string From(IEnumerable<string> arguments, params string[] further)
    {
        string[] given = [.. arguments];
        return string.Join(' ', given.Concat(further.Where(argument => !given.Contains(argument, StringComparer.Ordinal))).Prepend(RootCommands.Name).Select(Quoted));
    }

    private static string Quoted(string argument)
    {
        if (argument.Length > 0 && argument.All(static character => char.IsAsciiLetterOrDigit(character) || PlainCharacters.Contains(character, StringComparison.Ordinal)))
        {
            return argument;
        }

        return OperatingSystem.IsWindows()
            ? $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
