using System.Text;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Client.Tests.Complaints;

/// <summary>What is complained of in the files that others write.</summary>
public sealed class ReportComplaintTests
{
    [Fact]
    [Trait(ComplaintListTests.Thread, "JoshClose/CsvHelper#1576")]
    public async Task A_page_cannot_have_a_spreadsheet_run_its_title_and_negative_numbers_stay_numbers()
    {
        var page = new Uri("https://example.com/");
        var audit = new PageAudit
        {
            Url = page,
            Service = AuditService.SeoPeek,
            Score = 80,
            Metadata = new PageMetadata { Title = "=HYPERLINK(1)", Description = "-1+1" },
        };
        var options = new ReportOptions
        {
            Csv = new CsvReportOptions { Columns = [CsvReportColumn.Title, CsvReportColumn.Description, CsvReportColumn.Number("Change", static _ => -2.5)] },
        };
        using var output = new MemoryStream();
        await using var writer = ReportWriter.Create(ReportFormat.Csv, output, options);
        await writer.WriteAsync(PageAuditOutcome.Succeeded(page, audit), TestContext.Current.CancellationToken);
        await writer.CompleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Title,Description,Change\r\n'=HYPERLINK(1),'-1+1,-2.5\r\n", Encoding.UTF8.GetString(output.ToArray()));
    }
}
