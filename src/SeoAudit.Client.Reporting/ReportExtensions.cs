using System.Runtime.CompilerServices;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting;

/// <summary>Makes reports of a stream of outcomes.</summary>
public static class ReportExtensions
{
    /// <summary>Reads all outcomes and writes a report of them.</summary>
    /// <param name="outcomes">The outcomes, from <see cref="ISeoAuditClient.AuditPagesAsync"/>; read to their end.</param>
    /// <param name="format">The format of the report.</param>
    /// <param name="output">Where it goes; it stays open.</param>
    /// <param name="options">What it says beside the outcomes; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the writing, and with it the audits that are in flight.</param>
    /// <returns>A task that ends when the report is whole.</returns>
    /// <exception cref="ArgumentException">The format is none, the stream cannot be written to, or an option is out of range.</exception>
    public static async Task WriteReportAsync(
        this IAsyncEnumerable<PageAuditOutcome> outcomes,
        ReportFormat format,
        Stream output,
        ReportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ReportWriter writer = ReportWriter.Create(format, output, options);
        await using (writer.ConfigureAwait(false))
        {
            await foreach (PageAuditOutcome outcome in outcomes.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await writer.WriteAsync(outcome, cancellationToken).ConfigureAwait(false);
            }

            await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Hands every outcome on, once it is written to every report; the reports are completed when the outcomes end.</summary>
    /// <remarks>
    /// <para>
    /// Where the outcomes end in an exception, or whoever reads them stops, the reports are completed too: what was audited is paid
    /// for. They then hold what came until there.
    /// </para>
    /// <para>
    /// All files are begun before the first audit; where one of them cannot be, nothing is audited. A report that fails later, for want
    /// of disk space for instance, is given up on and stays under its <see cref="ReportFile.PartialPath"/>; the outcomes and the other
    /// reports go on. When the outcomes have come to their end, an <see cref="IOException"/> then says which reports failed and why. It
    /// is not thrown where the outcomes end in an exception or the reader stops, so that it hides nothing.
    /// </para>
    /// </remarks>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="paths">The files; the ending of each tells its format.</param>
    /// <param name="options">What they say beside the outcomes; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading, not the completing.</param>
    /// <returns>The same outcomes. The files are begun when their reading is.</returns>
    /// <exception cref="ArgumentException">A file's name does not tell a format, two are the same file, or an option is out of range.</exception>
    /// <exception cref="IOException">A file cannot be made, or, when all outcomes have come, could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be made.</exception>
    public static IAsyncEnumerable<PageAuditOutcome> SaveReportsAsync(
        this IAsyncEnumerable<PageAuditOutcome> outcomes,
        IEnumerable<string> paths,
        ReportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return SaveAsync(outcomes, ReportFileSet.Check(paths), options, cancellationToken);
    }

    private static async IAsyncEnumerable<PageAuditOutcome> SaveAsync(
        IAsyncEnumerable<PageAuditOutcome> outcomes,
        IReadOnlyList<string> paths,
        ReportOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReportFileSet reports = await ReportFileSet.CreateAsync(paths, options).ConfigureAwait(false);
        try
        {
            await foreach (PageAuditOutcome outcome in outcomes.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await reports.WriteAsync(outcome).ConfigureAwait(false);
                yield return outcome;
            }
        }
        finally
        {
            await reports.CompleteAsync().ConfigureAwait(false);
        }

        reports.ThrowIfFailed();
    }
}
