using System.Runtime.CompilerServices;
using SeoAudit.Client.Reporting.Json.Reading;

namespace SeoAudit.Client.Reporting;

/// <summary>Reads reports back: JSON and JSON Lines, also of later versions of this package, whose further members are skipped.</summary>
public static class ReportReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a report's outcomes as they stand in it, one after another; the format is found by looking.</summary>
    /// <remarks>
    /// Only one page is in memory at a time. What holds only the members of the SEOPeek guide is read too, such as what the guide's own
    /// program writes: its pages are SEOPeek's, its errors have no kind, and a URL without an index has its place in the report.
    /// An empty file is a JSON Lines report without pages.
    /// </remarks>
    /// <param name="input">The report in UTF-8, with or without a byte order mark; it stays open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// The outcomes. Errors come back as the type that they were, with what a report holds of them: neither their cause nor the service's
    /// answer. Audits come back without <see cref="PageAudit.Source"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="ReportFormatException">
    /// It is no such report, one of its pages takes more than 16 MiB, or it ends in the middle; every whole page before has come then.
    /// </exception>
    public static IAsyncEnumerable<PageAuditOutcome> ReadAsync(Stream input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.CanRead
            ? ReadPagesAsync(input, cancellationToken)
            : throw new ArgumentException("The stream cannot be read.", nameof(input));
    }

    private static async IAsyncEnumerable<PageAuditOutcome> ReadPagesAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var window = new ByteWindow(input);
        while (window.Length < ByteOrderMark.Length && !window.IsLast)
        {
            await window.GrowAsync(cancellationToken).ConfigureAwait(false);
        }

        if (window.Span.StartsWith(ByteOrderMark))
        {
            window.Advance(ByteOrderMark.Length);
        }

        ReportStart start = await ReportStart.FindAsync(window, cancellationToken).ConfigureAwait(false);
        window.Advance(start.PagesAt);
        IAsyncEnumerable<PageAuditOutcome> pages = start.IsObject
            ? new JsonObjectPages(window, start.State).ReadAsync(cancellationToken)
            : JsonLinesPages.ReadAsync(window, cancellationToken);
        await foreach (PageAuditOutcome page in pages.ConfigureAwait(false))
        {
            yield return page;
        }
    }
}
