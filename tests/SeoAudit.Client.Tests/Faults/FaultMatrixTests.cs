using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Every endpoint under every fault. Run with SEOAUDIT_UPDATE_DOCS=1 to write docs/faults.md anew.</summary>
public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    private const string Marker = "<!-- Below this line: written by the tests. -->\n";

    private static readonly string Document = Path.Combine(RepositoryRoot.Path, "docs", "faults.md");

    public static TheoryData<string> Faults => [.. FaultMatrix.Faults.Select(static fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_ends_every_call_as_documented(string name)
    {
        Fault fault = FaultMatrix.Faults.Single(fault => fault.Name == name);
        var wrong = new List<string>();
        foreach (MatrixEndpoint endpoint in MatrixEndpoints.All)
        {
            Cell expected = FaultRules.For(fault, endpoint);
            Seen seen = matrix[endpoint, fault];
            Compare($"{endpoint}", expected, seen.Lasting);
            Compare($"{endpoint}, passing", expected.Attempts > 1 ? expected.WhenPassing() : null, seen.Passing);
            Compare($"{endpoint}, in the list", expected.Looks > 0 ? expected.WhenThere() : null, seen.There);
            Compare($"{endpoint}, no list", expected.Looks > 0 ? expected.WhenUnknown() : null, seen.Unknown);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        void Compare(string where, Cell? expected, Cell? seen)
        {
            if (expected != seen)
            {
                wrong.Add($"{where}:\n  documented {expected}\n  seen       {seen}");
            }
        }
    }

    [Fact]
    public void Every_endpoint_is_in_the_matrix_and_every_rule_is_of_a_fault()
    {
        IEnumerable<string> methods = new[] { typeof(ISeoPeekApi), typeof(ISeogentApi), typeof(IMetricSpotApi), typeof(IPublicDownloader) }
            .SelectMany(static api => api.GetMethods())
            .Select(static method => method.Name);

        Assert.Equal(
            methods.Order(StringComparer.Ordinal),
            MatrixEndpoints.All.Select(static endpoint => endpoint.Method).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(
            FaultMatrix.Faults.Select(static fault => fault.Name).Order(StringComparer.Ordinal),
            FaultRules.All.Select(static rule => rule.Fault).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_documentation_says_what_was_seen()
    {
        string document = (await File.ReadAllTextAsync(Document, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        int end = document.IndexOf(Marker, StringComparison.Ordinal);
        Assert.True(end > 0, "docs/faults.md has lost its marker.");
        string upToDate = $"{document[..end]}{Marker}\n{FaultTable.Write(matrix)}";
        if (Environment.GetEnvironmentVariable("SEOAUDIT_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Document, upToDate, TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(document == upToDate, "docs/faults.md is stale: run these tests with SEOAUDIT_UPDATE_DOCS=1.");
    }
}
