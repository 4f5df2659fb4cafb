using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Conventions;

public sealed class SourceFileTests
{
    private const int MaxLines = 400;

    private static readonly string[] Banned = ["Helpers", "Managers", "Utils", "Utilities", "Common", "Misc"];

    private static IEnumerable<string> Sources
    {
        get
        {
            string source = Path.Combine(RepositoryRoot.Path, "src");
            return Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(source, path))
                .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));
        }
    }

    [Fact]
    public void No_source_file_is_too_long() =>
        Assert.DoesNotContain(Sources, static path => File.ReadLines(Path.Combine(RepositoryRoot.Path, "src", path)).Count() > MaxLines);

    [Fact]
    public void No_folder_is_a_drawer_for_odds_and_ends() =>
        Assert.DoesNotContain(Sources, static path => path.Split(Path.DirectorySeparatorChar).Intersect(Banned, StringComparer.OrdinalIgnoreCase).Any());
}
