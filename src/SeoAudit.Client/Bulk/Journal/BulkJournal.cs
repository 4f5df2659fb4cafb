using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>The journal of one run: what earlier runs left in it, and what this one adds.</summary>
internal sealed class BulkJournal : IDisposable
{
    private readonly IJournalLines _lines;
    private readonly JournalWriter _writer;
    private readonly JournalIndex _index;
    private readonly bool _retryFailed;
    private int _lastNumber;

    private BulkJournal(IJournalLines lines, JournalIndex index, TimeProvider time, bool retryFailed)
    {
        _lines = lines;
        _index = index;
        _writer = new JournalWriter(lines, time);
        _retryFailed = retryFailed;
        _lastNumber = index.LastNumber;
    }

    /// <summary>The batches of earlier runs that have not ended.</summary>
    public IReadOnlyCollection<JournalOperation> OpenOperations => _index.OpenOperations;

    public static ValueTask<BulkJournal> OpenAsync(
        string path, string options, bool retryFailed, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(JournalFile.Open(path), options, retryFailed, time, cancellationToken);

    public static async ValueTask<BulkJournal> OpenAsync(
        IJournalLines lines, string options, bool retryFailed, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var index = new JournalIndex(lines.Name, options);
            if (!lines.BeginsLike(JournalWords.Start))
            {
                // A last line without an end is cut off, so not even that may be somebody else's.
                throw index.NoJournal();
            }

            await lines.ReadLinesAsync(index.Read, cancellationToken).ConfigureAwait(false);
            var journal = new BulkJournal(lines, index, time, retryFailed);
            if (lines.IsEmpty)
            {
                await journal._writer.HeaderAsync(options).ConfigureAwait(false);
            }

            return journal;
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    public bool IsKnownId(string id)
    {
        lock (_index)
        {
            return _index.IsKnownId(id);
        }
    }

    /// <summary>Whether a URL needs no audit because there is one.</summary>
    public bool IsAudited(Uri target)
    {
        // Asked while batches of earlier runs come home.
        lock (_index)
        {
            return _index.TryFind(target.AbsoluteUri, out JournalIndex.Entry entry) && !entry.FailedEarlier;
        }
    }

    /// <summary>Whether it has any outcome of a URL.</summary>
    public bool Has(Uri target) => _index.TryFind(target.AbsoluteUri, out _);

    /// <summary>The recorded outcome of a URL; null where it has to be audited.</summary>
    public async ValueTask<PageAuditOutcome?> FindAsync(BulkItem item, CancellationToken cancellationToken)
    {
        if (!_index.TryFind(item.Target.AbsoluteUri, out JournalIndex.Entry entry) || (entry.FailedEarlier && _retryFailed))
        {
            return null;
        }

        try
        {
            byte[] line = await _lines.ReadLineAsync(entry.Offset, cancellationToken).ConfigureAwait(false);
            return JournalOutcome.Read(line, item) with { JournalPlace = entry.Offset };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // What cannot be read is as if it were not there.
            return null;
        }
    }

    public async ValueTask QueueingAsync(BulkBatch batch)
    {
        batch.Number = Interlocked.Increment(ref _lastNumber);
        await _writer.QueueingAsync(batch.Number, batch.Service, batch.Open).ConfigureAwait(false);
    }

    public async ValueTask QueuedAsync(BulkBatch batch, string id)
    {
        lock (_index)
        {
            _index.AddId(id);
        }

        await _writer.QueuedAsync(batch.Number, id).ConfigureAwait(false);
    }

    public async ValueTask RefusedAsync(BulkBatch batch) => await _writer.RefusedAsync(batch.Number).ConfigureAwait(false);

    public async ValueTask EndedAsync(BulkBatch batch) => await _writer.EndedAsync(batch.Number).ConfigureAwait(false);

    /// <returns>Where it stands.</returns>
    public ValueTask<long> RecordAsync(BulkItem item, PageAuditOutcome outcome) => _writer.OutcomeAsync(item, outcome);

    /// <summary>Records what came of a batch of an earlier run, where the reader of this run will find it.</summary>
    public async ValueTask RecoverAsync(BulkItem item, PageAuditOutcome outcome)
    {
        long offset = await _writer.OutcomeAsync(item, outcome).ConfigureAwait(false);
        lock (_index)
        {
            _index.Add(item.Target.AbsoluteUri, new JournalIndex.Entry(offset, FailedEarlier: false));
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _lines.Dispose();
    }
}
