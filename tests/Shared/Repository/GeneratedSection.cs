namespace SeoAudit.Tests.Shared;

/// <summary>A part of a Markdown file that is written from the code: what stands between two comments that name it.</summary>
internal sealed record GeneratedSection(string File, string Name)
{
    /// <summary>With this in the environment, sections that differ are written anew.</summary>
    public const string Switch = "SEOAUDIT_UPDATE_DOCS";

    private string Path => System.IO.Path.Combine(RepositoryRoot.Path, File);

    private string Start => $"<!-- {Name}: generated -->\n";

    private string End => $"<!-- {Name}: end -->\n";

    /// <summary>Fails where the file holds something else; with the switch, writes it.</summary>
    public void Verify(IEnumerable<string> lines)
    {
        string expected = string.Concat(lines.Select(static line => $"{line}\n"));
        string text = System.IO.File.ReadAllText(Path).ReplaceLineEndings("\n");
        int start = text.IndexOf(Start, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"{File} has no section {Name}.");
        start += Start.Length;
        if (Environment.GetEnvironmentVariable(Switch) == "1" && text[start..end] != expected)
        {
            System.IO.File.WriteAllText(Path, text[..start] + expected + text[end..]);
            return;
        }

        Assert.True(
            text[start..end] == expected,
            $"{File} is not what the code says in its section {Name}; run the tests once with {Switch}=1.{Environment.NewLine}{expected}");
    }
}
