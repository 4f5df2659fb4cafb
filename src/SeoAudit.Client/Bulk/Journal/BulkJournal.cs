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

    public static BulkJournal Open(
        string path, string options, bool retryFailed, TimeProvider time, CancellationToken cancellationToken, bool isShared = false) =>
        Open(JournalFile.Open(path, isShared), options, retryFailed, time, cancellationToken);

    public static BulkJournal Open(IJournalLines lines, string options, bool retryFailed, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var index = new JournalIndex(lines.Name, options);
            if (!lines.BeginsLike(JournalWords.Start))
            {
                // A last line without an end is cut off, so not even that may be somebody else's.
                throw index.NoJournal();
            }

            lines.ReadLines(index.Read, cancellationToken);
            var journal = new BulkJournal(lines, index, time, retryFailed);
            if (lines.IsEmpty)
            {
                journal._writer.Header(options);
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
    public bool IsAudited(Uri target) => _index.TryFind(target.AbsoluteUri, out JournalIndex.Entry entry) && !entry.FailedEarlier;

    /// <summary>Whether it has any outcome of a URL.</summary>
    public bool Has(Uri target) => _index.TryFind(target.AbsoluteUri, out _);

    /// <summary>The recorded outcome of a URL; null where it has to be audited.</summary>
    public PageAuditOutcome? Find(BulkItem item)
    {
        if (!_index.TryFind(item.Target.AbsoluteUri, out JournalIndex.Entry entry) || (entry.FailedEarlier && _retryFailed))
        {
            return null;
        }

        try
        {
            return JournalOutcome.Read(_lines.ReadLine(entry.Offset), item) with { JournalPlace = entry.Offset };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // What cannot be read is as if it were not there.
            return null;
        }
    }

    public void Queueing(BulkBatch batch)
    {
        batch.Number = Interlocked.Increment(ref _lastNumber);
        _writer.Queueing(batch.Number, batch.Service, batch.Open);
    }

    public void Queued(BulkBatch batch, string id)
    {
        lock (_index)
        {
            _index.AddId(id);
        }

        _writer.Queued(batch.Number, id);
    }

    public void Refused(BulkBatch batch) => _writer.Refused(batch.Number);

    public void Ended(BulkBatch batch) => _writer.Ended(batch.Number);

    /// <returns>Where it stands.</returns>
    public long Record(BulkItem item, PageAuditOutcome outcome) => _writer.Outcome(item, outcome);

    /// <summary>Records what came of a batch of an earlier run, where the reader of this run will find it.</summary>
    public void Recover(BulkItem item, PageAuditOutcome outcome)
    {
        long offset = _writer.Outcome(item, outcome);
        lock (_index)
        {
            _index.Add(item.Target.AbsoluteUri, new JournalIndex.Entry(offset, FailedEarlier: false));
        }
    }

    public void Dispose() => _lines.Dispose();
}
