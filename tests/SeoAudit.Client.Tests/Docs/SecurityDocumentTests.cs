using System.Text.RegularExpressions;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Docs;

public sealed partial class SecurityDocumentTests
{
    private static string Text => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "SECURITY.md"));

    [Fact]
    public void Every_test_class_that_is_named_exists_and_tests_something()
    {
        // A test project a package.
        ILookup<string, string> classes = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        string[] named = [.. TestClass().Matches(Text).Select(static match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

        Assert.True(named.Length > 20);
        Assert.All(named, name => Assert.Contains(classes[name].Select(File.ReadAllText), static code => code.Contains("[Fact]", StringComparison.Ordinal) || code.Contains("[Theory]", StringComparison.Ordinal)));
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

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestClass();
}
