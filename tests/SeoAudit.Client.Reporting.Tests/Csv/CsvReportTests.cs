using System.Globalization;
using System.Text;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Csv;

public sealed class CsvReportTests
{
    private const string Headings = "URL,Score,Grade,Title,Description,Canonical,OG Title,OG Image,Checks Passed,Checks Failed,Error\r\n";

    [Fact]
    public async Task It_is_what_the_guides_export_writes()
    {
        string csv = await WriteAsync(
            null,
            Outcomes.Audited("https://example.com/", 87, 1, Outcomes.Passes("title"), Outcomes.Fails("h1"), new PageCheck { Name = "alt", Status = CheckStatus.Warning }),
            FullOutcomes.Audited,
            Outcomes.Failed("https://example.com/gone", "It said \"no\",\nand left."));

        Assert.Equal(
            Headings
            + "https://example.com/,87,B,Page 1,About it,,,,1,2,\r\n"
            + "https://example.com/a?b=c,87.25,B,\"A \"\"quoted\"\" title\",\"One, two\",https://example.com/a,og,https://example.com/i.png,1,2,\r\n"
            + "https://example.com/gone,0,F,,,,,,0,0,\"It said \"\"no\"\",\nand left.\"\r\n",
            csv);
    }

    [Fact]
    public async Task Without_pages_there_are_headings() => Assert.Equal(Headings, await WriteAsync(null));

    [Fact]
    public async Task A_page_without_a_grade_has_an_empty_one() =>
        Assert.Equal(",72,", await RowAsync(Columns(CsvReportColumn.Grade, CsvReportColumn.Score, CsvReportColumn.Error), Outcomes.Of(Outcomes.Audited("https://example.com/", 72).Audit! with { Grade = null })));

    [Fact]
    public async Task A_score_that_is_no_number_is_none() =>
        Assert.Equal("0", await RowAsync(Columns(CsvReportColumn.Score), Outcomes.Audited("https://example.com/", double.NaN)));

    [Fact]
    public async Task Further_columns_tell_all_of_an_audit() => Assert.Equal(
        "ogd,7,seogent,audited,false,87.3,cache,1.5,2026-11-02T08:30:00.0000007+00:00,,,,,,2500.0001,-0.05,200,900,80,0,99,1,canonical; images",
        await RowAsync(new CsvReportOptions { Columns = [.. CsvReportColumn.All.Skip(11)] }, FullOutcomes.Audited));

    [Fact]
    public async Task Further_columns_tell_all_of_an_error() => Assert.Equal(
        ",0,metricspot,not_attempted,false,70,service,,,2026-11-02T08:50:34.5678901+00:00,rate_limited,RATE,429,audit-1,,,,,,,,0,",
        await RowAsync(
            new CsvReportOptions { Columns = [.. CsvReportColumn.All.Skip(11)] },
            PageAuditOutcome.NotAttempted(FullOutcomes.Url, new SeoAuditRateLimitException("Later.")
            {
                Service = AuditService.MetricSpot,
                RateLimit = FullOutcomes.RateLimit,
                ErrorCode = "RATE",
                StatusCode = System.Net.HttpStatusCode.TooManyRequests,
                OperationId = "audit-1",
            })));

    [Fact]
    public void Every_column_stands_once_among_all_and_has_a_heading_of_its_own()
    {
        IEnumerable<CsvReportColumn> known = typeof(CsvReportColumn).GetProperties()
            .Where(static property => property.PropertyType == typeof(CsvReportColumn))
            .Select(static property => (CsvReportColumn)property.GetValue(null)!);

        Assert.Equal(known.ToHashSet(), CsvReportColumn.All.ToHashSet());
        Assert.Distinct(CsvReportColumn.All);
        Assert.Distinct(CsvReportColumn.All.Select(static column => column.Heading), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(CsvReportColumn.Guide, CsvReportColumn.All.Take(11));
    }

    [Fact]
    public async Task A_column_can_be_ones_own()
    {
        string csv = await WriteAsync(
            Columns(
                CsvReportColumn.Text("Host", static outcome => outcome.Url.Host),
                CsvReportColumn.Number("Half", static outcome => outcome.Audit?.Score / 2),
                CsvReportColumn.Number("None", static _ => double.PositiveInfinity),
                CsvReportColumn.Time("Due", static _ => new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.FromHours(-8)))),
            Outcomes.Audited("https://example.com/", 75));

        Assert.Equal("Host,Half,None,Due\r\nexample.com,37.5,,2027-01-02T03:04:05-08:00\r\n", csv);
    }

    [Theory]
    [InlineData(',', "https://example.com/,\"a,b;c\td|e\"")]
    [InlineData(';', "https://example.com/;\"a,b;c\td|e\"")]
    [InlineData('\t', "https://example.com/\t\"a,b;c\td|e\"")]
    [InlineData('|', "https://example.com/|\"a,b;c\td|e\"")]
    public async Task A_cell_is_quoted_where_it_holds_the_delimiter(char delimiter, string row) => Assert.Equal(
        row,
        await RowAsync(Columns(CsvReportColumn.Url, CsvReportColumn.Error) with { Delimiter = delimiter }, Outcomes.Failed("https://example.com/", "a,b;c\td|e")));

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData(' ')]
    [InlineData('a')]
    [InlineData('\0')]
    public void Another_delimiter_is_refused_with_those_that_are_allowed(char delimiter)
    {
        var error = Assert.Throws<ArgumentException>(() => new CsvReportOptions { Delimiter = delimiter });

        Assert.Contains("a comma, a semicolon, a tab or a vertical bar", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_must_be_some()
    {
        Assert.Throws<ArgumentException>(static () => new CsvReportOptions { Columns = [] });
        Assert.Throws<ArgumentException>(static () => new CsvReportOptions { Columns = [null!] });
        Assert.Throws<ArgumentException>(static () => CsvReportColumn.Text(" ", static _ => null));
    }

    [Fact]
    public async Task A_byte_order_mark_is_written_on_request_alone()
    {
        byte[] with = await Written.BytesAsync(ReportFormat.Csv, new ReportOptions { Csv = new CsvReportOptions { ByteOrderMark = true } }, FullOutcomes.Audited);
        byte[] without = await Written.BytesAsync(ReportFormat.Csv, null, FullOutcomes.Audited);

        Assert.Equal([.. Encoding.UTF8.Preamble, .. without], with);
    }

    [Theory]
    [InlineData("two\r\nlines\rand\nlines", "\"two\r\nlines\rand\nlines\"")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData(" spaces ", " spaces ")]
    [InlineData("مرحبا \u202Eabc", "مرحبا \u202Eabc")]
    public async Task Text_arrives_whole(string text, string cell) =>
        Assert.Equal(cell, await RowAsync(Columns(CsvReportColumn.Error), Outcomes.Failed("https://example.com/", text)));

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("half \uFFFD of it", await RowAsync(Columns(CsvReportColumn.Error), Outcomes.Failed("https://example.com/", "half \ud83d of it")));

    [Fact]
    public async Task The_culture_of_the_process_makes_no_difference()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.TimeSeparator = ".";
        CultureInfo before = CultureInfo.CurrentCulture;
        string plain = await WriteAsync(new CsvReportOptions { Columns = CsvReportColumn.All }, FullOutcomes.Audited);
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal("−0,5", (-0.5).ToString(CultureInfo.CurrentCulture));

            Assert.Equal(plain, await WriteAsync(new CsvReportOptions { Columns = CsvReportColumn.All }, FullOutcomes.Audited));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CsvReportOptions Columns(params CsvReportColumn[] columns) => new() { Columns = columns };

    private static Task<string> WriteAsync(CsvReportOptions? options, params PageAuditOutcome[] outcomes) =>
        Written.TextAsync(ReportFormat.Csv, new ReportOptions { Csv = options! }, outcomes);

    private static async Task<string> RowAsync(CsvReportOptions options, PageAuditOutcome outcome)
    {
        string csv = await WriteAsync(options, outcome);
        return csv[(csv.IndexOf("\r\n", StringComparison.Ordinal) + 2)..^2];
    }
}
