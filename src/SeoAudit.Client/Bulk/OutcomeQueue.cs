using System.Threading.Channels;

namespace SeoAudit.Client.Bulk;

/// <summary>
/// Hands outcomes from those who audit to the one who reads, in either order. Every URL that is read from the input takes a place,
/// which is free again when the reader has its outcome; so a slow reader slows the run, whatever it is doing.
/// </summary>
internal sealed class OutcomeQueue(OutcomeOrder order, double passThreshold, int places) : IDisposable
{
    private readonly Channel<PageAuditOutcome> _completed = Channel.CreateUnbounded<PageAuditOutcome>(new() { SingleReader = true });
    private readonly Channel<BulkItem> _submitted = Channel.CreateUnbounded<BulkItem>(new() { SingleReader = true });
    private readonly SemaphoreSlim _places = new(places);

    /// <summary>Waits until one more URL may be read from the input.</summary>
    public Task WaitForPlaceAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

    /// <summary>Gives back a place that no URL took.</summary>
    public void ReturnPlace() => _places.Release();

    /// <summary>Makes room for a service that takes more at once than the one before it.</summary>
    public void Widen(int morePlaces)
    {
        if (morePlaces > 0)
        {
            _places.Release(morePlaces);
        }
    }

    /// <summary>Makes an item that has taken its place.</summary>
    public BulkItem Submit(Uri url, Uri target, int index)
    {
        var item = new BulkItem(url, target, index)
        {
            Completion = order == OutcomeOrder.AsSubmitted ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null,
        };
        if (order == OutcomeOrder.AsSubmitted)
        {
            _submitted.Writer.TryWrite(item);
        }

        return item;
    }

    public void Write(BulkItem item, PageAuditOutcome outcome)
    {
        outcome = outcome.PassThreshold == passThreshold ? outcome : outcome with { PassThreshold = passThreshold };
        if (item.Completion is { } completion)
        {
            completion.TrySetResult(outcome);
        }
        else
        {
            _completed.Writer.TryWrite(outcome);
        }
    }

    /// <summary>Says that an item will have no outcome, because the run broke off.</summary>
    public static void Abandon(BulkItem item) => item.Completion?.TrySetResult(null);

    /// <summary>Ends the output; a fault comes out behind the outcomes that are there.</summary>
    public void Complete(Exception? fault)
    {
        _completed.Writer.Complete(fault);
        _submitted.Writer.Complete(fault);
    }

    /// <summary>Waits for the next outcome.</summary>
    /// <returns>The outcome; null at the end.</returns>
    public ValueTask<PageAuditOutcome?> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (order == OutcomeOrder.AsSubmitted)
        {
            return ReadSubmittedAsync(cancellationToken);
        }

        return TryRead() is { } outcome ? new ValueTask<PageAuditOutcome?>(outcome) : ReadCompletedAsync(cancellationToken);
    }

    public void Dispose() => _places.Dispose();

    private PageAuditOutcome? TryRead()
    {
        if (!_completed.Reader.TryRead(out PageAuditOutcome? outcome))
        {
            return null;
        }

        _places.Release();
        return outcome;
    }

    private async ValueTask<PageAuditOutcome?> ReadCompletedAsync(CancellationToken cancellationToken)
    {
        while (await _completed.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (TryRead() is { } outcome)
            {
                return outcome;
            }
        }

        return null;
    }

    private async ValueTask<PageAuditOutcome?> ReadSubmittedAsync(CancellationToken cancellationToken)
    {
        while (await _submitted.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // It is taken out of the line only together with its outcome: a wait that is cancelled loses nothing.
            if (!_submitted.Reader.TryPeek(out BulkItem? item))
            {
                continue;
            }

            PageAuditOutcome? outcome = await item.Completion!.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            _submitted.Reader.TryRead(out _);
            _places.Release();
            if (outcome is not null)
            {
                return outcome;
            }
        }

        return null;
    }
}
