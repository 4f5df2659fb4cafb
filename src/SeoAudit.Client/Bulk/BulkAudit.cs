using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SeoAudit.Client.Pages;

namespace SeoAudit.Client.Bulk;

/// <summary>Many pages through one service: a bounded number in flight, and a bounded number of outcomes waiting to be read.</summary>
internal sealed class BulkAudit(IPageAuditor auditor, BulkAuditOptions options) : IDisposable
{
    private static readonly PageAuditOptions PageOptions = new();

    private readonly Channel<Task<PageAuditOutcome>> _results =
        Channel.CreateBounded<Task<PageAuditOutcome>>(new BoundedChannelOptions(Room(options)) { SingleReader = true });

    private readonly SemaphoreSlim _slots = new((options.MaxConcurrency ?? 5));

    public async IAsyncEnumerable<PageAuditOutcome> RunAsync(
        IAsyncEnumerable<Uri> urls, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // An input that blocks must not keep the reader from outcomes that are there.
        Task feed = Task.Run(() => FeedAsync(urls, stop.Token), CancellationToken.None);
        try
        {
            await foreach (Task<PageAuditOutcome> result in _results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return await WithCallersToken(result, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await feed.ConfigureAwait(false);
        }
    }

    public void Dispose() => _slots.Dispose();

    // In order, what is in flight stands in the output already; otherwise only what is done does, and each audit that waits for a
    // place holds its slot, so that no more is paid for ahead of the reader than runs at once.
    private static int Room(BulkAuditOptions options) => options.Order == OutcomeOrder.AsSubmitted ? (options.MaxConcurrency ?? 5) : 1;

    private static async Task<PageAuditOutcome> WithCallersToken(Task<PageAuditOutcome> result, CancellationToken cancellationToken)
    {
        try
        {
            return await result.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }

    // Never throws: what goes wrong reaches the reader through the channel, behind the outcomes that are already there.
    private async Task FeedAsync(IAsyncEnumerable<Uri> urls, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            IAsyncEnumerator<Uri> source = urls.GetAsyncEnumerator(stop);
            await using (source.ConfigureAwait(false))
            {
                await StartAllAsync(source, stop).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        for (var slot = 0; slot < (options.MaxConcurrency ?? 5); slot++)
        {
            await _slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _results.Writer.Complete(fault);
    }

    private async Task StartAllAsync(IAsyncEnumerator<Uri> source, CancellationToken stop)
    {
        for (var index = 0; ; index++)
        {
            await _slots.WaitAsync(stop).ConfigureAwait(false);
            var started = false;
            try
            {
                if (!await source.MoveNextAsync().ConfigureAwait(false))
                {
                    return;
                }

                Task<PageAuditOutcome> audit = AuditAsync(source.Current, index, stop);
                if (options.Order == OutcomeOrder.AsSubmitted)
                {
                    await _results.Writer.WriteAsync(audit, stop).ConfigureAwait(false);
                }

                _ = FinishAsync(audit, stop);
                started = true;
            }
            finally
            {
                if (!started)
                {
                    _slots.Release();
                }
            }
        }
    }

    // Keeps the slot until the outcome has a place in the output, so that a slow reader slows the audits.
    private async Task FinishAsync(Task<PageAuditOutcome> audit, CancellationToken stop)
    {
        try
        {
            await ((Task)audit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (options.Order == OutcomeOrder.AsCompleted)
            {
                await _results.Writer.WriteAsync(audit, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody reads any more.
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<PageAuditOutcome> AuditAsync(Uri url, int index, CancellationToken stop)
    {
        try
        {
            return PageAuditOutcome.Succeeded(url, await auditor.AuditAsync(url, PageOptions, stop).ConfigureAwait(false), index);
        }
        catch (SeoAuditException exception)
        {
            return PageAuditOutcome.Failed(url, exception, index);
        }
        catch (ArgumentException exception) when (url is not null)
        {
            return PageAuditOutcome.Failed(url, BadUrl(exception), index);
        }
    }

    private SeoAuditValidationException BadUrl(ArgumentException exception) => new(exception.Message, exception)
    {
        Service = auditor.Service,
        FieldErrors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["url"] = [exception.Message] },
    };
}
