using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Csv;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\tplain")]
    [InlineData("\rplain")]
    [InlineData(" =1")]
    [InlineData("\n=1")]
    [InlineData("\u00A0\u3000=1")]
    [InlineData("\u200B=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("\u202E=1")]
    [InlineData("\u0001=1")]
    [InlineData("\0=1")]
    [InlineData("\"=1")]
    [InlineData("'=1")]
    [InlineData("\" ' =1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData(" ＝1")]
    public async Task Text_that_a_spreadsheet_would_run_gets_an_apostrophe(string title)
    {
        string expected = title.Replace('\0', '\uFFFD');

        Assert.Equal(["'" + expected], await CellsAsync(new CsvReportOptions { Columns = [CsvReportColumn.Title] }, Titled(title)));
        Assert.Equal([expected], await CellsAsync(new CsvReportOptions { Columns = [CsvReportColumn.Title], NeutralizeFormulas = false }, Titled(title)));
    }

    [Theory]
    [InlineData("A title")]
    [InlineData("a=b")]
    [InlineData("1+1")]
    [InlineData("'quoted'")]
    [InlineData(" ")]
    [InlineData("\"")]
    [InlineData("5-a-day")]
    [InlineData("•–—")]
    public async Task Other_text_stays_as_it_is(string title) =>
        Assert.Equal([title], await CellsAsync(new CsvReportOptions { Columns = [CsvReportColumn.Title] }, Titled(title)));

    [Fact]
    public async Task Numbers_and_times_stay_as_they_are() => Assert.Equal(
        ["-3", "-0.05", "-1"],
        await CellsAsync(
            new CsvReportOptions { Columns = [CsvReportColumn.Score, CsvReportColumn.Cls, CsvReportColumn.Number("Own", static _ => -1)] },
            Outcomes.Of(FullOutcomes.Audit with { Score = -3 })));

    [Fact]
    public async Task Every_column_of_text_is_guarded()
    {
        const string Formula = "=cmd|' /C calc'!A0";
        PageAuditOutcome audited = Outcomes.Of(FullOutcomes.Audit with
        {
            Grade = new Grade(Formula),
            Metadata = new PageMetadata { Title = Formula, Description = Formula, Canonical = Formula, OgTitle = Formula, OgDescription = Formula, OgImage = Formula },
            Checks = [Outcomes.Fails(Formula)],
        });
        PageAuditOutcome failed = PageAuditOutcome.Failed(new Uri(Formula, UriKind.Relative), new SeoAuditException(Formula) { ErrorCode = Formula, OperationId = Formula });
        var options = new CsvReportOptions { Columns = [.. CsvReportColumn.All, CsvReportColumn.Text(Formula, static _ => Formula)] };

        string[] cells = [.. await CellsAsync(options, audited), .. await CellsAsync(options, failed)];

        Assert.Equal(8 + 1 + 4 + 1, cells.Count(static cell => cell == "'" + Formula));
        Assert.DoesNotContain(cells, static cell => cell.StartsWith('='));
    }

    private static PageAuditOutcome Titled(string title) => Outcomes.Of(FullOutcomes.Audit with { Metadata = new PageMetadata { Title = title } });

    private static async Task<string[]> CellsAsync(CsvReportOptions options, PageAuditOutcome outcome)
    {
        byte[] csv = await Written.BytesAsync(ReportFormat.Csv, new ReportOptions { Csv = options }, outcome);
        return Rfc4180.Read(csv)[1];
    }
}
