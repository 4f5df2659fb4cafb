using System.Diagnostics.CodeAnalysis;

namespace SeoAudit.Client.Reporting;

/// <summary>The gist of a run, page by page: what a later run is compared with.</summary>
public sealed class AuditSnapshot
{
    internal AuditSnapshot(IReadOnlyList<PageSnapshot> pages) => Pages = pages;

    /// <summary>The pages in the order of the run, each URL once.</summary>
    public IReadOnlyList<PageSnapshot> Pages { get; }

    /// <summary>Reads all outcomes and keeps the gist of each. Memory grows with their number.</summary>
    /// <param name="outcomes">The outcomes; read to their end.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The snapshot.</returns>
    public static Task<AuditSnapshot> FromAsync(IAsyncEnumerable<PageAuditOutcome> outcomes, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>Reads a JSON or JSON Lines report, which may be of a later version of this package.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="ReportFormatException">The file is no such report.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Task<AuditSnapshot> LoadAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>A page of the run.</summary>
    /// <param name="url">Its address; spellings that mean the same address are the same.</param>
    /// <param name="page">The page; null where the run has none of that address.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetPage(Uri url, [NotNullWhen(true)] out PageSnapshot? page) => throw new NotSupportedException();
}
