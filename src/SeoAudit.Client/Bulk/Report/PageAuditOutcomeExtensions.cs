namespace SeoAudit.Client;

/// <summary>What can be made of a stream of outcomes.</summary>
public static class PageAuditOutcomeExtensions
{
    /// <summary>Reads all outcomes and reports on them, without keeping them unless the options say so: memory does not grow with their number.</summary>
    /// <remarks>
    /// A stream that ends in an exception ends this in the same one, without a report. Where what came before is to be reported too,
    /// make a <see cref="BulkAuditReportBuilder"/>, call <see cref="BulkAuditReportBuilder.AddAllAsync"/> on it, and build the report
    /// whatever came of that.
    /// </remarks>
    /// <param name="outcomes">The outcomes, from <see cref="ISeoAuditClient.AuditPagesAsync"/>; read to their end.</param>
    /// <param name="options">What the report holds; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading, and with it the audits that are in flight.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static Task<BulkAuditReport> ToReportAsync(
        this IAsyncEnumerable<PageAuditOutcome> outcomes, BulkReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return ReadAsync(outcomes, new BulkAuditReportBuilder(options), cancellationToken);
    }

    private static async Task<BulkAuditReport> ReadAsync(
        IAsyncEnumerable<PageAuditOutcome> outcomes, BulkAuditReportBuilder builder, CancellationToken cancellationToken)
    {
        await builder.AddAllAsync(outcomes, cancellationToken).ConfigureAwait(false);
        return builder.Build();
    }
}
