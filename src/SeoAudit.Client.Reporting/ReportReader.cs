namespace SeoAudit.Client.Reporting;

/// <summary>Reads reports back: JSON and JSON Lines, also of later versions of this package, whose further members are skipped.</summary>
public static class ReportReader
{
    /// <summary>Reads a report's outcomes as they stand in it; the format is found by looking.</summary>
    /// <param name="input">The report in UTF-8, with or without a byte order mark; it stays open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The outcomes. Errors come back as the type that they were, with what a report holds of them.</returns>
    /// <exception cref="ReportFormatException">It is no such report, or ends in the middle.</exception>
    public static IAsyncEnumerable<PageAuditOutcome> ReadAsync(Stream input, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
