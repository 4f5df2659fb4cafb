using System.Runtime.CompilerServices;
using SeoAudit.Client.Paging;

namespace SeoAudit.Client;

/// <summary>A list that a service hands out page by page, got as it is read. Nothing is requested before the first item is asked for.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
/// <remarks>
/// While one page is read the next one is on its way, and never more than that; leaving the loop cancels it. Each enumeration
/// starts anew. A cursor that comes a second time ends the enumeration with a <see cref="SeoAuditResponseException"/>.
/// </remarks>
public sealed class AsyncPages<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _fetch;
    private readonly bool _prefetch;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates a list from the way to get one of its pages.</summary>
    /// <param name="fetch">Gets the page at a cursor; null is the first page.</param>
    /// <param name="prefetch">Whether the next page is got while one is read.</param>
    /// <param name="cancellationToken">Cancels every enumeration, beside the token of the enumeration itself.</param>
    public AsyncPages(
        Func<string?, CancellationToken, Task<Page<T>>> fetch, bool prefetch = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        _fetch = fetch;
        _prefetch = prefetch;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Enumerates whole pages.</summary>
    /// <param name="cursor">Where to begin: the <see cref="Page{T}.NextCursor"/> of a page seen before, also in another process; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The pages in order.</returns>
    /// <exception cref="SeoAuditResponseException">The service's cursors go in circles.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; an enumeration never just ends then.</exception>
    public async IAsyncEnumerable<Page<T>> AsPages(
        string? cursor = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cancellationToken);
        var guard = new CursorGuard(cursor);
        Task<Page<T>>? ahead = null;
        try
        {
            while (true)
            {
                Page<T> page = await GetAsync(ahead, cursor, stop.Token, cancellationToken).ConfigureAwait(false);
                ahead = null;
                cursor = string.IsNullOrEmpty(page.NextCursor) ? null : page.NextCursor;
                SeoAuditResponseException? fault = cursor is null ? null : guard.Check(cursor, page.Items.Count);
                if (_prefetch && cursor is not null && fault is null)
                {
                    ahead = FetchAsync(cursor, stop.Token);
                }

                yield return page;
                if (cursor is null)
                {
                    yield break;
                }

                if (fault is not null)
                {
                    throw fault;
                }
            }
        }
        finally
        {
            if (ahead is not null)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await ahead.ContinueWith(
                    static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                    .ConfigureAwait(false);
            }
        }
    }

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The items in order.</returns>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (Page<T> page in AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    // What a fetch throws before its first await is that page's failure, not the one's before it.
    private async Task<Page<T>> FetchAsync(string? cursor, CancellationToken stop) => await _fetch(cursor, stop).ConfigureAwait(false);

    private async Task<Page<T>> GetAsync(Task<Page<T>>? ahead, string? cursor, CancellationToken stop, CancellationToken enumeration)
    {
        try
        {
            stop.ThrowIfCancellationRequested();
            return await (ahead ?? FetchAsync(cursor, stop)).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (stop.IsCancellationRequested)
        {
            // The caller is owed its own token, not the one that both were joined in.
            throw new OperationCanceledException(
                exception.Message, exception, enumeration.IsCancellationRequested ? enumeration : _cancellationToken);
        }
    }
}
