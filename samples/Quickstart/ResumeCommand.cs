namespace Quickstart;

/// <summary>The command that goes on with a run that was stopped.</summary>
internal static class ResumeCommand
{
    private const string PlainCharacters = "-_./:";

    public static string From(string[] args) =>
        $"dotnet run --project samples/Quickstart -- {string.Join(' ', args.Select(Quoted))}";

    private static string Quoted(string argument) =>
        argument.All(character => char.IsAsciiLetterOrDigit(character) || PlainCharacters.Contains(character)) ? argument : $"\"{argument}\"";
}
