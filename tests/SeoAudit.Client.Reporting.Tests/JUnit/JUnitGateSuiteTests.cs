using System.Xml.Linq;
using SeoAudit.Client.Reporting.JUnit;

namespace SeoAudit.Client.Reporting.Tests.JUnit;

public sealed class JUnitGateSuiteTests
{
    private static readonly QualityGateResult Result = new()
    {
        Rules = ["MinAverageScore", "MaxFailedChecks[major]"],
        Violations =
        [
            new GateViolation
            {
                Rule = "MaxFailedChecks[major]",
                Message = "3 checks failed, 1 was allowed.",
                Pages = [new Uri("https://example.com/a"), new Uri("https://example.com/b")],
                PageCount = 102,
            },
        ],
    };

    [Fact]
    public void A_rule_is_a_case()
    {
        XElement suite = Write(Result).Suite();

        Assert.Equal("quality gate", suite.Text("name"));
        Assert.Equal("2", suite.Text("tests"));
        Assert.Equal("1", suite.Text("failures"));
        Assert.Equal(["MinAverageScore", "MaxFailedChecks[major]"], suite.Elements("testcase").Select(static rule => rule.Text("name")).ToArray());
        Assert.Empty(suite.Elements("testcase").First().Elements());
    }

    [Fact]
    public void A_violation_says_what_was_found_and_on_which_pages()
    {
        XElement failure = Assert.Single(Write(Result).Descendants("failure"));

        Assert.Equal("3 checks failed, 1 was allowed.", failure.Text("message"));
        Assert.Equal("\nhttps://example.com/a\nhttps://example.com/b\nand 100 more\n", failure.Value);
    }

    [Fact]
    public void A_violation_of_a_rule_that_is_not_listed_is_a_case_too()
    {
        XElement suite = Write(Result with { Rules = [] }).Suite();

        Assert.Equal("1", suite.Text("tests"));
        Assert.Equal("1", suite.Text("failures"));
    }

    private static XElement Write(QualityGateResult result)
    {
        using var xml = new XmlBuffer();
        xml.Writer.WriteStartElement("testsuites");
        JUnitGateSuite.Write(xml.Writer, result, DateTimeOffset.UnixEpoch);
        xml.Writer.WriteEndElement();
        return JUnitReport.Read(xml.Take().ToArray());
    }
}
