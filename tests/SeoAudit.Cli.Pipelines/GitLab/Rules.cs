using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace SeoAudit.Cli.Pipelines.GitLab;

/// <summary>Whether a job's rules let it into a pipeline: comparisons of variables with texts and each other, and "and".</summary>
internal static partial class Rules
{
    public static bool Hold(YamlMappingNode job, IReadOnlyDictionary<string, string> variables) =>
        ((YamlSequenceNode)job.Get("rules")!).Cast<YamlMappingNode>().Any(rule => rule.Text("if")!.Split(" && ").All(term => Holds(term, variables)));

    private static bool Holds(string term, IReadOnlyDictionary<string, string> variables)
    {
        Match comparison = Comparison().Match(term);
        Reports.Expect(comparison.Success, $"Nobody knows here what the rule {term} means.");
        return Value(comparison.Groups["left"].Value) == Value(comparison.Groups["right"].Value);

        string? Value(string text) => text.StartsWith('$') ? variables.GetValueOrDefault(text[1..]) : text.Trim('"');
    }

    [GeneratedRegex("^(?<left>\\$\\w+) == (?<right>\\$\\w+|\"[^\"]*\")$", RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
