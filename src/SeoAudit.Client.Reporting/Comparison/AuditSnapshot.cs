using System.Diagnostics.CodeAnalysis;
using SeoAudit.Client.Reporting.Comparison;

namespace SeoAudit.Client.Reporting;

/// <summary>The gist of a run, page by page: what a later run is compared with.</summary>
/// <remarks>Safe for several threads at once.</remarks>
public sealed class AuditSnapshot
{
    private readonly Lazy<Dictionary<string, int>> _places;
    private readonly HashSet<CheckId> _reported;

    internal AuditSnapshot(PageSnapshot[] pages, HashSet<CheckId> reported)
    {
        Pages = Array.AsReadOnly(pages);
        _reported = reported;
        _places = new Lazy<Dictionary<string, int>>(() => PlacesOf(pages));
    }

    /// <summary>The pages in the order of the run, each URL once.</summary>
    public IReadOnlyList<PageSnapshot> Pages { get; }

    /// <summary>Reads all outcomes and keeps the gist of each; of several of one URL, that of the last. Memory grows with their number.</summary>
    /// <param name="outcomes">The outcomes; read to their end.</param>
    /// <param name="cancellationToken">Cancels the reading, and with it the audits that are in flight.</param>
    /// <returns>The snapshot.</returns>
    public static Task<AuditSnapshot> FromAsync(IAsyncEnumerable<PageAuditOutcome> outcomes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return ReadAsync(outcomes, cancellationToken);
    }

    /// <summary>Reads a JSON or JSON Lines report, which may be of a later version of this package.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="ReportFormatException">The file is no such report.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Task<AuditSnapshot> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return ReadAsync(path, cancellationToken);
    }

    /// <summary>A page of the run.</summary>
    /// <param name="url">Its address; spellings that mean the same address are the same.</param>
    /// <param name="page">The page; null where the run has none of that address.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetPage(Uri url, [NotNullWhen(true)] out PageSnapshot? page)
    {
        ArgumentNullException.ThrowIfNull(url);
        page = TryGetPlace(url, out int place) ? Pages[place] : null;
        return page is not null;
    }

    internal bool TryGetPlace(Uri url, out int place) => _places.Value.TryGetValue(PageAddress.Of(url), out place);

    /// <summary>Whether any page of the run has the check, passed or not.</summary>
    internal bool Reports(CheckId check) => _reported.Contains(check);

    private static async Task<AuditSnapshot> ReadAsync(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        await using (file.ConfigureAwait(false))
        {
            try
            {
                return await ReadAsync(ReportReader.ReadAsync(file, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (ReportFormatException exception)
            {
                throw new ReportFormatException($"{path}: {exception.Message}", exception) { Line = exception.Line };
            }
        }
    }

    private static async Task<AuditSnapshot> ReadAsync(IAsyncEnumerable<PageAuditOutcome> outcomes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var builder = new AuditSnapshotBuilder();
        await foreach (PageAuditOutcome outcome in outcomes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            builder.Add(outcome);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return builder.Build();
    }

    private static Dictionary<string, int> PlacesOf(PageSnapshot[] pages)
    {
        var places = new Dictionary<string, int>(pages.Length, StringComparer.Ordinal);
        for (int i = 0; i < pages.Length; i++)
        {
            places.Add(PageAddress.Of(pages[i].Url), i);
        }

        return places;
    }
}
