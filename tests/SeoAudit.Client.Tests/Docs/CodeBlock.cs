using System.Text.RegularExpressions;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Docs;

/// <summary>A block of C# in a Markdown file.</summary>
internal sealed partial record CodeBlock(string File, int Line, string Code)
{
    public static IEnumerable<CodeBlock> All()
    {
        string root = RepositoryRoot.Path;
        string[] files =
        [
            Path.Combine(root, "README.md"),
            .. Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories),
        ];
        return files.SelectMany(file => In(Path.GetRelativePath(root, file), System.IO.File.ReadAllText(file)));
    }

    private static IEnumerable<CodeBlock> In(string file, string text) => Fence()
        .Matches(text.ReplaceLineEndings("\n"))
        .Select(match => new CodeBlock(file, text.AsSpan(0, match.Index).Count('\n') + 2, match.Groups["code"].Value));

    [GeneratedRegex(@"^```(csharp|cs|c#)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
