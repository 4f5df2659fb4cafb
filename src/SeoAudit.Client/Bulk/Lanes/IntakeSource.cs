namespace SeoAudit.Client.Bulk.Lanes;

/// <summary>The input as batches: read by one lane worker at a time, and only as far as there are places for the outcomes.</summary>
internal sealed class IntakeSource(
    IAsyncEnumerable<Uri> urls, Intake intake, OutcomeQueue output, TimeProvider time, CancellationToken stop) : IItemSource, IAsyncDisposable
{
    private readonly SemaphoreSlim _reader = new(1);
    private IAsyncEnumerator<Uri>? _input;
    private Task<bool>? _pending;
    private Task? _place;
    private bool _ended;

    /// <summary>What went wrong with the input; null where nothing did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Reads no further.</summary>
    public void End() => Volatile.Write(ref _ended, true);

    public async Task<IReadOnlyList<BulkItem>> TakeAsync(int max, CancellationToken cancellationToken)
    {
        await _reader.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return max == 1 ? await TakeOneAsync().ConfigureAwait(false) : await TakeManyAsync(max).ConfigureAwait(false);
        }
        finally
        {
            _reader.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_pending is not null)
        {
            // An enumerator may not be disposed of while it moves.
            await ((Task)_pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_input is not null)
        {
            try
            {
                await _input.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (Fault is not null || stop.IsCancellationRequested)
            {
                // The first fault is the one to tell; this one only goes with it.
                _ = exception;
            }
        }

        _reader.Dispose();
    }

    private async Task<IReadOnlyList<BulkItem>> TakeOneAsync() => await NextAsync(linger: false).ConfigureAwait(false) is { } item ? [item] : [];

    private async Task<IReadOnlyList<BulkItem>> TakeManyAsync(int max)
    {
        var items = new List<BulkItem>();
        while (items.Count < max)
        {
            if (await NextAsync(linger: items.Count > 0).ConfigureAwait(false) is not { } item)
            {
                break;
            }

            items.Add(item);
        }

        return items;
    }

    /// <summary>The next URL that has to be audited; what needs no audit gets its outcome on the way.</summary>
    /// <param name="linger">Whether others wait for it, so that it may take only so long.</param>
    private async ValueTask<BulkItem?> NextAsync(bool linger)
    {
        while (true)
        {
            // Not for ever for a place either: the outcomes that hold them may come behind those of the pages that wait for this one.
            if (linger
                && !(await Linger.ForAsync(Advance(), time, stop).ConfigureAwait(false)
                    && await Linger.ForAsync(Place(), time, stop).ConfigureAwait(false)))
            {
                return null;
            }

            await Place().ConfigureAwait(false);
            _place = null;
            if (!await MovedAsync().ConfigureAwait(false))
            {
                output.ReturnPlace();
                return null;
            }

            switch (await ReceiveAsync().ConfigureAwait(false))
            {
                case { Item: { } item }:
                    return item;
                case { HasNoOutcome: true }:
                    output.ReturnPlace();
                    break;
            }
        }
    }

    private async ValueTask<Intake.Decision> ReceiveAsync()
    {
        try
        {
            return await intake.ReceiveAsync(_input!.Current, stop).ConfigureAwait(false);
        }
        catch (SeoAuditJournalException exception)
        {
            Fault = exception;
            End();
            return default;
        }
    }

    // One that was not waited for to the end is for whoever comes next.
    private Task Place() => _place ??= output.WaitForPlaceAsync(stop);

    private async ValueTask<bool> MovedAsync()
    {
        if (Volatile.Read(ref _ended))
        {
            return false;
        }

        try
        {
            Task<bool> move = Advance();
            _pending = null;
            if (await move.ConfigureAwait(false))
            {
                ArgumentNullException.ThrowIfNull(_input!.Current, nameof(urls));
                return true;
            }
        }
        catch (Exception exception)
        {
            // It comes out behind the outcomes of the URLs before it.
            Fault = stop.IsCancellationRequested ? null : exception;
        }

        End();
        return false;
    }

    private Task<bool> Advance()
    {
        try
        {
            _input ??= urls.GetAsyncEnumerator(stop);
            return _pending ??= _input.MoveNextAsync().AsTask();
        }
        catch (Exception exception)
        {
            return _pending = Task.FromException<bool>(exception);
        }
    }
}
