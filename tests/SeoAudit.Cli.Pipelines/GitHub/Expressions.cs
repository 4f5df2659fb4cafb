using System.Text.RegularExpressions;

namespace SeoAudit.Cli.Pipelines.GitHub;

/// <summary>The expressions that the workflows use: names of the contexts, comparisons with a text, negation, and "and".</summary>
internal sealed partial class Expressions(IReadOnlyDictionary<string, string> context)
{
    /// <summary>A text with its expressions replaced.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => Evaluate(match.Groups["expression"].Value));

    /// <summary>Whether a job or a step runs.</summary>
    public bool Holds(string condition)
    {
        Match placeholder = Placeholder().Match(condition);
        return Evaluate(placeholder.Success ? placeholder.Groups["expression"].Value : condition) == "true";
    }

    private string Evaluate(string expression)
    {
        string[] terms = expression.Split("&&", StringSplitOptions.TrimEntries);
        return terms.Length == 1 ? Term(terms[0]) : Word(Array.TrueForAll(terms, term => Term(term) == "true"));
    }

    private string Term(string term)
    {
        if (Comparison().Match(term) is { Success: true } comparison)
        {
            return Word((Value(comparison.Groups["name"].Value) == comparison.Groups["text"].Value) == (comparison.Groups["operator"].Value == "=="));
        }

        return term.StartsWith('!') ? Word(Value(term[1..]) is "" or "false") : Value(term);
    }

    // What no event has is empty on GitHub; here it is an error, unless the context says so, because it may be misspelt.
    private string Value(string name) => name switch
    {
        "cancelled()" => "false",
        _ when context.TryGetValue(name, out string? value) => value,
        _ => throw new PipelineException($"The workflow asks for {name}, which this event does not have."),
    };

    private static string Word(bool value) => value ? "true" : "false";

    [GeneratedRegex(@"\$\{\{ (?<expression>[^{}]*) \}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(?<name>[^ ]+) (?<operator>==|!=) '(?<text>[^']*)'$", RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
