using System.Runtime.CompilerServices;

namespace SeoAudit.Cli.Running;

/// <summary>The pages to audit, which end early when the run is to stop.</summary>
internal sealed class PageInput(IAsyncEnumerable<Uri> pages, int? limit, CancellationToken stop)
{
    private volatile bool _isRead;

    /// <summary>Whether all pages are known.</summary>
    public bool IsRead => _isRead;

    /// <summary>Whether pages were left out because the run was to stop.</summary>
    public bool IsCutShort { get; private set; }

    public async IAsyncEnumerable<Uri> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
        await using IAsyncEnumerator<Uri> enumerator = pages.GetAsyncEnumerator(either.Token);
        for (var count = 0; count != limit && await MoveAsync(enumerator, cancellationToken); count++)
        {
            yield return enumerator.Current;
        }

        _isRead = true;
    }

    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<Uri> enumerator, CancellationToken cancellationToken)
    {
        bool hasMore;
        try
        {
            hasMore = await enumerator.MoveNextAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            hasMore = true;
        }

        IsCutShort = hasMore && stop.IsCancellationRequested;
        return hasMore && !IsCutShort;
    }
}
