using CsvHelper;

namespace SeoAudit.Client.Reporting.Csv;

/// <summary>A page a row, each handed to the output whole.</summary>
internal sealed class CsvReportWriter : ReportWriter
{
    private const int KeptBuffer = 64 * 1024;

    private readonly Stream _output;
    private readonly CsvReportOptions _options;
    private readonly MemoryStream _row = new();
    private readonly CsvWriter _csv;
    private bool _hasHeadings;

    public CsvReportWriter(Stream output, ReportOptions options)
    {
        _output = output;
        _options = options.Csv;
        // In memory, so that nothing ever waits for the output but what awaits it.
        _csv = CsvWriter.Create(
            _row,
            new CsvWriterOptions { Separator = _options.Delimiter, WriteByteOrderMark = _options.ByteOrderMark, BufferSize = 4096 },
            leaveOpen: true);
    }

    private protected override ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        AddHeadings();
        AddRow(outcome);
        return HandOnAsync(cancellationToken);
    }

    private protected override async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        AddHeadings();
        await HandOnAsync(cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private protected override async ValueTask ReleaseAsync()
    {
        await _csv.DisposeAsync().ConfigureAwait(false);
        await _row.DisposeAsync().ConfigureAwait(false);
    }

    private void AddHeadings()
    {
        if (_hasHeadings)
        {
            return;
        }

        _hasHeadings = true;
        foreach (CsvReportColumn column in _options.Columns)
        {
            AddCell(column.Heading, isText: true);
        }

        _csv.EndRecord();
    }

    private void AddRow(PageAuditOutcome outcome)
    {
        foreach (CsvReportColumn column in _options.Columns)
        {
            AddCell(column.Cell(outcome), column.IsText);
        }

        _csv.EndRecord();
    }

    private void AddCell(string cell, bool isText)
    {
        // Readers in C take a NUL for the end of the text.
        cell = cell.Replace('\0', '\uFFFD');
        _csv.WriteField(isText && _options.NeutralizeFormulas ? FormulaGuard.Neutralize(cell) : cell);
    }

    private async ValueTask HandOnAsync(CancellationToken cancellationToken)
    {
        await _output.WriteAsync(Rows(), cancellationToken).ConfigureAwait(false);
        _row.SetLength(0);
        if (_row.Capacity > KeptBuffer)
        {
            _row.Capacity = KeptBuffer;
        }
    }

    private ReadOnlyMemory<byte> Rows()
    {
        _csv.Flush();
        return _row.GetBuffer().AsMemory(0, (int)_row.Length);
    }
}
