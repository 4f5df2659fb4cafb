#if NET10_0_OR_GREATER
using System.Text;
using CsCheck;
using CsvHelper;
using SeoAudit.Client.Reporting.Tests.Support;
using SeoAudit.Client.Tests.Storage;

namespace SeoAudit.Client.Reporting.Tests.Properties;

public sealed class ReportProperties
{
    private static readonly string[] NotKept = ["InnerException", "Source", "HResult", "ResponseBody", "Result"];

    private static readonly ReportFormat[] Read = [ReportFormat.Json, ReportFormat.JsonLines];

    [Fact]
    public Task Whatever_is_written_as_json_comes_back() =>
        Gen.Select(AnyOutcome.Any.Array[0, 4], Gen.Enum<ReportFormat>().Where(static format => Read.Contains(format)), Gen.Bool, Gen.Int[1, 500]).SampleAsync(
            static async (outcomes, format, indented, chunk) =>
            {
                byte[] report = await Written.BytesAsync(format, new ReportOptions { Json = new JsonReportOptions { Indented = indented } }, outcomes);

                List<PageAuditOutcome> read = await Written.ReadAsync(report, chunk);

                Assert.Equal(
                    AnyOutcome.Replaced(string.Join('\n', outcomes.Select(static outcome => Described.Of(outcome, NotKept)))),
                    string.Join('\n', read.Select(static outcome => Described.Of(outcome, NotKept))));
            },
            iter: 1_000);

    [Fact]
    public Task Whatever_is_written_as_csv_is_read_by_others() =>
        Gen.Select(AnyOutcome.Any.Array[0, 3], AnyOutcome.Of(',', ';', '\t', '|'), Gen.Bool).SampleAsync(
            static async (outcomes, delimiter, neutralize) =>
            {
                var options = new CsvReportOptions { Columns = CsvReportColumn.All, Delimiter = delimiter, NeutralizeFormulas = neutralize };
                byte[] csv = await Written.BytesAsync(ReportFormat.Csv, new ReportOptions { Csv = options }, outcomes);

                List<string[]> rows = Rfc4180.Read(csv, delimiter);

                Assert.Equal(rows, CsvHelperRows(csv, delimiter));
                Assert.Equal(CsvReportColumn.All.Select(static column => column.Heading), rows[0], StringComparer.Ordinal);
                Assert.Equal(outcomes.Length + 1, rows.Count);
                foreach ((PageAuditOutcome outcome, string[] cells) in outcomes.Zip(rows.Skip(1)))
                {
                    foreach ((CsvReportColumn column, string cell) in CsvReportColumn.All.Zip(cells))
                    {
                        AssertCell(column, AnyOutcome.Replaced(column.Cell(outcome).Replace('\0', '\uFFFD')), cell, neutralize);
                    }
                }
            },
            iter: 1_000);

    [Fact]
    public Task Whatever_is_read_is_read_or_refused_and_nothing_else() =>
        Gen.Select(AnyOutcome.Any.Array[1, 3], Gen.Enum<ReportFormat>().Where(static format => Read.Contains(format)), Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 4], Gen.Int[1, 300]).SampleAsync(
            static async (outcomes, format, faults, chunk) =>
            {
                byte[] report = await Written.BytesAsync(format, null, outcomes);
                foreach ((double at, byte fault) in faults)
                {
                    report[(int)(at * (report.Length - 1))] = fault;
                }

                try
                {
                    await Written.ReadAsync(report, chunk);
                }
                catch (ReportFormatException error)
                {
                    Assert.InRange(error.Line ?? 0, 1, report.Length);
                }
            },
            iter: 2_000);

    private static void AssertCell(CsvReportColumn column, string text, string cell, bool neutralize)
    {
        if (neutralize && column.IsText && cell.Length > text.Length)
        {
            Assert.Equal("'" + text, cell);
        }
        else
        {
            Assert.Equal(text, cell);
            // Told by other means than the guard's own: no text comes to a spreadsheet's cell with a sign before it.
            Assert.False(neutralize && column.IsText && cell.Trim().Trim('"', '\'', ' ') is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]);
        }
    }

    private static List<string[]> CsvHelperRows(byte[] csv, char delimiter)
    {
        using var reader = CsvReader.Create(csv, new CsvReaderOptions { Separator = delimiter, HasHeader = false, Encoding = Encoding.UTF8, SkipEmptyLines = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index)!)]);
        }

        return rows;
    }
}
#endif
