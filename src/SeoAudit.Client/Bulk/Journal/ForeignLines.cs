namespace SeoAudit.Client.Bulk.Journal;

/// <summary>The lines of a journal that the app keeps. Its faults become those of a journal, and it is called by one at a time.</summary>
internal sealed class ForeignLines(IBulkAuditJournal journal) : IJournalLines
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _count;
    private Exception? _broken;

    public string Name => journal.GetType().Name;

    public bool IsEmpty => _count == 0;

    // It holds nothing but lines, and the first of them is looked at like all others.
    public bool BeginsLike(ReadOnlySpan<byte> text) => true;

    public async ValueTask ReadLinesAsync(JournalLineRead read, CancellationToken cancellationToken)
    {
        while (await ReadOrNullAsync(_count, cancellationToken).ConfigureAwait(false) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read(_count++, line);
        }
    }

    public async ValueTask<byte[]> ReadLineAsync(long place, CancellationToken cancellationToken) =>
        await ReadOrNullAsync((int)place, cancellationToken).ConfigureAwait(false)
        ?? throw Unusable(new InvalidOperationException($"Line {place} is gone."));

    public async ValueTask<long> AppendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _broken is null ? await AddAsync(line, cancellationToken).ConfigureAwait(false) : throw Unusable(_broken);
        }
        finally
        {
            _turn.Release();
        }
    }

    // The journal stays the app's.
    public void Dispose() => _turn.Dispose();

    private async ValueTask<long> AddAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        try
        {
            await journal.AppendAsync(_count, line.Span[^1] == (byte)'\n' ? line[..^1] : line, cancellationToken).ConfigureAwait(false);
            return _count++;
        }
        catch (Exception exception)
        {
            // A short line may find room where a long one did not, and would end what has no outcome.
            _broken = exception;
            throw Unusable(exception);
        }
    }

    private async ValueTask<byte[]?> ReadOrNullAsync(int number, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await journal.ReadAsync(number, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unusable(exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    private SeoAuditJournalException Unusable(Exception cause) =>
        new($"The journal '{Name}' cannot be read or written: {cause.Message}", cause) { Fault = JournalFault.Unusable, Path = Name };
}
