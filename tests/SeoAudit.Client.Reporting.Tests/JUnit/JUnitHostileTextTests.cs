using System.Xml.Linq;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.JUnit;

public sealed class JUnitHostileTextTests
{
    [Theory]
    [InlineData("\0a\u001bb\u0008", "\uFFFDa\uFFFDb\uFFFD")]
    [InlineData("\ufffe\uffff", "\uFFFD\uFFFD")]
    [InlineData("\U0001F600]]></failure><!--&amp;&#0;\"'", "\U0001F600]]></failure><!--&amp;&#0;\"'")]
    [InlineData("a\r\nb\tc", "a\r\nb\tc")]
    public async Task What_xml_cannot_hold_is_replaced_and_the_rest_comes_through(string message, string expected) =>
        Assert.Equal(expected, await ThroughReportAsync(message));

    // An attribute cannot hold such a text.
    [Fact]
    public async Task Halves_of_characters_are_replaced() => Assert.Equal("\uFFFDx\uFFFD", await ThroughReportAsync("\ud800x\udc00"));

    [Fact]
    public async Task A_title_is_one_line()
    {
        XElement suites = await JUnitReport.ReadAsync([], new ReportOptions { Title = "a\r\nb\0<" });

        Assert.Equal("a b\uFFFD<", suites.Suite().Text("name"));
    }

    [Fact]
    public async Task A_grade_cannot_make_a_line_of_its_own()
    {
        PageAudit audit = Outcomes.Audited("https://example.com/", 99).Audit! with { Grade = new Grade("A\n100 A  https://example.com/forged") };

        XElement suites = await JUnitReport.ReadAsync([Outcomes.Of(audit)]);

        Assert.DoesNotContain('\n', suites.Suite().Element("system-out")!.Value.Trim());
    }

    private static async Task<string> ThroughReportAsync(string message)
    {
        PageCheck check = Outcomes.Fails("Title") with { Message = message };
        XElement suites = await JUnitReport.ReadAsync([Outcomes.Audited("https://example.com/", 1, 0, check)]);
        return suites.Case().Element("failure")!.Value["\n- Title: ".Length..^1];
    }
}
