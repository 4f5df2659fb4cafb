using System.IO.Pipelines;
using SeoAudit.Client.Reporting.Csv;
using SeoAudit.Client.Reporting.Html;
using SeoAudit.Client.Reporting.Json;
using SeoAudit.Client.Reporting.JUnit;
using SeoAudit.Client.Reporting.Markdown;
using SeoAudit.Client.Reporting.Output;
using SeoAudit.Client.Reporting.Sarif;

namespace SeoAudit.Client.Reporting;

/// <summary>
/// Writes a report outcome by outcome, in UTF-8. Memory does not grow with their number; what must stand before the pages, such as
/// the counts, makes a format keep them in a temporary file until <see cref="CompleteAsync"/>.
/// </summary>
/// <remarks>
/// A report is whole once <see cref="CompleteAsync"/> has ended well. One that is disposed of before is not closed: its reader sees
/// that it is unfinished, or, where the format has no end of its own (CSV, JSON Lines), finds the whole pages that were written.
/// Not for several threads at once.
/// </remarks>
public abstract class ReportWriter : IAsyncDisposable
{
    private WriterState _state;

    private protected ReportWriter()
    {
    }

    /// <summary>Begins a report on a stream.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="output">Where it goes; it need not be seekable, and stays open.</param>
    /// <param name="options">What it says beside the outcomes; null for the defaults.</param>
    /// <returns>The writer.</returns>
    /// <exception cref="ArgumentException">The format is none, the stream cannot be written to, or an option is out of range.</exception>
    public static ReportWriter Create(ReportFormat format, Stream output, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to.", nameof(output));
        }

        options ??= ReportOptions.Default;
        return format switch
        {
            ReportFormat.Csv => new CsvReportWriter(output, options),
            ReportFormat.Json => new JsonReportWriter(output, options),
            ReportFormat.JsonLines => new JsonLinesReportWriter(output, options),
            ReportFormat.Markdown => new MarkdownReportWriter(output, options),
            ReportFormat.JUnit => new JUnitReportWriter(output, options),
            ReportFormat.Sarif => new SarifReportWriter(output, options),
            ReportFormat.Html => new HtmlReportWriter(output, options),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, $"The format is one of {string.Join(", ", Enum.GetNames<ReportFormat>())}."),
        };
    }

    /// <summary>Begins a report on a pipe.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="output">Where it goes; it is flushed as it is written, and not completed.</param>
    /// <param name="options">What it says beside the outcomes; null for the defaults.</param>
    /// <returns>The writer.</returns>
    /// <exception cref="ArgumentException">The format is none, or an option is out of range.</exception>
    public static ReportWriter Create(ReportFormat format, PipeWriter output, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Create(format, output.AsStream(leaveOpen: true), options);
    }

    /// <summary>Begins a report on a text writer.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="output">Where it goes, e.g. <see cref="Console.Out"/>; it stays open. Documents that name an encoding name UTF-8.</param>
    /// <param name="options">What it says beside the outcomes; null for the defaults.</param>
    /// <returns>The writer.</returns>
    /// <exception cref="ArgumentException">The format is none, or an option is out of range.</exception>
    public static ReportWriter Create(ReportFormat format, TextWriter output, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Create(format, new TextStream(output), options);
    }

    /// <summary>Writes one outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="cancellationToken">Cancels the writing. The report then cannot be gone on with.</param>
    /// <returns>A task that ends when it is written.</returns>
    /// <exception cref="InvalidOperationException">The report is complete, or an earlier call failed.</exception>
    public ValueTask WriteAsync(PageAuditOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ThrowUnlessOpen();
        return RunAsync(WriterState.Open, token => WriteOutcomeAsync(outcome, token), cancellationToken);
    }

    /// <summary>Ends the report. Where it was cancelled or failed, the report stays unfinished.</summary>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when the whole report is written and the output flushed.</returns>
    /// <exception cref="InvalidOperationException">The report is complete, or an earlier call failed.</exception>
    public ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        ThrowUnlessOpen();
        return RunAsync(WriterState.Complete, EndAsync, cancellationToken);
    }

    /// <summary>Lets go of what the writer holds; the output stays open.</summary>
    /// <returns>A task that ends when it is done.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_state != WriterState.Disposed)
        {
            _state = WriterState.Disposed;
            await ReleaseAsync().ConfigureAwait(false);
            GC.SuppressFinalize(this);
        }
    }

    private protected abstract ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Writes what is left and flushes the output.</summary>
    private protected abstract ValueTask EndAsync(CancellationToken cancellationToken);

    private protected virtual ValueTask ReleaseAsync() => default;

    private void ThrowUnlessOpen()
    {
        ObjectDisposedException.ThrowIf(_state == WriterState.Disposed, this);
        if (_state != WriterState.Open)
        {
            throw new InvalidOperationException(_state == WriterState.Complete
                ? "The report is complete."
                : "An earlier call on this report failed or was cancelled, so that it may be torn. Write it anew.");
        }
    }

    private async ValueTask RunAsync(WriterState after, Func<CancellationToken, ValueTask> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _state = WriterState.Torn;
        await work(cancellationToken).ConfigureAwait(false);
        _state = after;
    }
}
