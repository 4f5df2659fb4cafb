using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests.Docs;

/// <summary>The tables of <c>docs/cli.md</c>.</summary>
public sealed class CommandDocsTests
{
    private const string Document = "docs/cli.md";

    private static readonly RootCommand Root = RootCommands.Create([]);

    public static TheoryData<string> Commands => [.. Leaves(Root).Select(PathOf)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Options_are_as_documented(string path)
    {
        Command command = Leaves(Root).Single(one => PathOf(one) == path);
        List<string> lines = [$"`{Usage(command)}`", "", command.Description!];
        if (command.Arguments.Count + command.Options.Count > 0)
        {
            lines.AddRange(["", "| | |", "|---|---|"]);
            lines.AddRange(command.Arguments.Select(static argument => Row($"`{argument.Name}`", argument.Description!)));
            lines.AddRange(command.Options.Select(Row));
        }

        new GeneratedSection(Document, path).Verify(lines);
    }

    [Fact]
    public void Options_of_all_commands_are_as_documented() =>
        new GeneratedSection(Document, "all commands").Verify(["| | |", "|---|---|", .. GlobalOptions.All.Select(Row)]);

    [Fact]
    public void Exit_codes_are_as_documented() =>
        new GeneratedSection(Document, "exit codes").Verify(
            ["| code | meaning |", "|---|---|", .. ExitCode.Precedence.Select(static code => Row($"{code.Code}", code.Meaning))]);

    [Fact]
    public void Everything_is_described()
    {
        Assert.All(Leaves(Root), static command => Assert.EndsWith(".", command.Description, StringComparison.Ordinal));
        Assert.All(
            Leaves(Root).SelectMany(static command => command.Options.Select(static option => option.Description).Concat(command.Arguments.Select(static argument => argument.Description))),
            static description => Assert.EndsWith(".", description, StringComparison.Ordinal));
    }

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{PathOf(parent)} {command.Name}" : command.Name;

    private static string Usage(Command command)
    {
        IEnumerable<string> arguments = command.Arguments.Select(static argument => argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}…" : argument.Name);
        IEnumerable<string> required = command.Options.Where(static option => option.Required).Select(static option => $"{option.Name} {option.HelpName}");
        return string.Join(' ', [RootCommands.Name, PathOf(command), .. arguments, .. required]);
    }

    private static string Row(Option option) =>
        Row($"`{string.Join("`, `", option.Aliases.Prepend(option.Name))}{(option.HelpName is null ? "" : $" {option.HelpName}")}`", option.Description!);

    private static string Row(string left, string right) => $"| {left} | {right.Replace("|", "\\|", StringComparison.Ordinal)} |";
}
