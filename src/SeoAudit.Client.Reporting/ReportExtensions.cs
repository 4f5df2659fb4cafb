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
    /// Where the outcomes end in an exception, or whoever reads them stops, the reports are completed too: what was audited is paid
    /// for. They then hold what came until there.
    /// </remarks>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="paths">The files; the ending of each tells its format.</param>
    /// <param name="options">What they say beside the outcomes; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading, not the completing.</param>
    /// <returns>The same outcomes.</returns>
    /// <exception cref="ArgumentException">A file's name does not tell a format, two are the same file, or an option is out of range.</exception>
    /// <exception cref="IOException">A file cannot be made or written.</exception>
    public static IAsyncEnumerable<PageAuditOutcome> SaveReportsAsync(
        this IAsyncEnumerable<PageAuditOutcome> outcomes,
        IEnumerable<string> paths,
        ReportOptions? options = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
