namespace SeoAudit.Client.Reporting.Tests;

public sealed class ReportFormatsTests
{
    [Theory]
    [InlineData("audit.csv", ReportFormat.Csv)]
    [InlineData("out/audit.JSON", ReportFormat.Json)]
    [InlineData("audit.jsonl", ReportFormat.JsonLines)]
    [InlineData("audit.ndjson", ReportFormat.JsonLines)]
    [InlineData("audit.md", ReportFormat.Markdown)]
    [InlineData("audit.xml", ReportFormat.JUnit)]
    [InlineData("audit.sarif", ReportFormat.Sarif)]
    [InlineData("audit.sarif.json", ReportFormat.Sarif)]
    [InlineData("audit.html", ReportFormat.Html)]
    [InlineData("audit.htm", ReportFormat.Html)]
    public void A_files_name_tells_its_format(string path, ReportFormat format) => Assert.Equal(format, ReportFormats.FromPath(path));

    [Theory]
    [InlineData("audit")]
    [InlineData("audit.pdf")]
    [InlineData("")]
    [InlineData("csv")]
    public void Another_name_is_an_error_that_lists_the_endings(string path)
    {
        var error = Assert.Throws<ArgumentException>(() => ReportFormats.FromPath(path));

        Assert.Contains(".csv, .json, .jsonl", error.Message, StringComparison.Ordinal);
    }
}
