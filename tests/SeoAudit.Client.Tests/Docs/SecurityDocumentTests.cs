using System.Text.RegularExpressions;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Docs;

public sealed partial class SecurityDocumentTests
{
    private static string Text => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "SECURITY.md"));

    [Fact]
    public void Every_test_class_that_is_named_exists_and_tests_something()
    {
        var named = new List<(string Project, string Name)>();
        foreach (string section in Heading().Split(Text))
        {
            // Those of some packages are in projects of their own.
            string project = Project().Match(section) is { Success: true } told ? told.Groups["name"].Value : "SeoAudit.Client.Tests";
            named.AddRange(TestClass().Matches(section).Select(match => (project, match.Groups["name"].Value)));
        }

        Assert.True(named.Count > 20);
        Assert.Equal(3, named.Select(static test => test.Project).Distinct(StringComparer.Ordinal).Count());
        Assert.All(named.Distinct(), static test =>
        {
            string file = Assert.Single(Directory.EnumerateFiles(
                Path.Combine(RepositoryRoot.Path, "tests", test.Project), $"{test.Name}.cs", SearchOption.AllDirectories));
            string code = File.ReadAllText(file);
            Assert.True(code.Contains("[Fact]", StringComparison.Ordinal) || code.Contains("[Theory]", StringComparison.Ordinal), file);
        });
    }

    [Fact]
    public void Every_test_class_of_this_subject_is_named()
    {
        IEnumerable<string> classes = typeof(SecurityDocumentTests).Assembly.GetTypes()
            .Where(static type => type.Namespace == "SeoAudit.Client.Tests.Security" && type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .Select(static type => type.Name);

        Assert.All(classes, static name => Assert.Contains($"`{name}`", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_promise_says_how_it_is_tested()
    {
        string promises = Text[Text.IndexOf("## What is promised", StringComparison.Ordinal)..Text.IndexOf("## What is not promised", StringComparison.Ordinal)];

        Assert.All(promises.Split("\n- ")[1..], static promise => Assert.Matches(TestClass(), promise));
    }

    [GeneratedRegex("^##+ ", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex("^Tests: `tests/(?<name>[A-Za-z.]+)`\\.$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Project();

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestClass();
}
