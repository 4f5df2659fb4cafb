using System.Buffers;
using System.Text;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Batches;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>The outcomes of a batch, numbered in the order in which they came.</summary>
internal sealed class BatchOutcomes(StorageAccess access, Claim claim)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private bool _isBegun;

    public BatchProgress Progress { get; private set; } = BatchProgress.None;

    /// <summary>Looks what earlier workers have stored.</summary>
    /// <returns>The places in the input that have their outcome.</returns>
    public HashSet<int> Open(BatchProgress progress)
    {
        Keep(progress);
        return progress.Completed == 0 ? [] : [.. Read(access, claim.Id, claim.Batch, first: 0, progress.Completed).Select(static outcome => outcome.Index)];
    }

    /// <summary>Goes on from there.</summary>
    public void Keep(BatchProgress progress) => Progress = progress;

    /// <summary>Stores an outcome together with what it changes.</summary>
    public void Add(PageAuditOutcome outcome)
    {
        _buffer.ResetWrittenCount();
        BulkAuditJobSerializer.WriteOutcome(_buffer, outcome);
        string text = Encoding.UTF8.GetString(_buffer.WrittenSpan);
        BatchProgress next = Progress.With(outcome);
        access.Write(claim, transaction =>
        {
            transaction.Set(Keys.Outcomes(claim.Id, claim.Batch), (Keys.Number(Progress.Completed), text));
            Put(transaction, next);
        });
        Keep(next);
        _isBegun = true;
    }

    public void End()
    {
        Keep(Progress with { IsDone = true });
        access.Write(claim, transaction => Put(transaction, Progress));
    }

    public static IReadOnlyList<PageAuditOutcome> Read(StorageAccess access, string id, int batch, int first, int count) =>
        access.Read<IReadOnlyList<PageAuditOutcome>>(connection =>
        {
            string key = Keys.Outcomes(id, batch);
            // A few are asked for one by one, many all at once.
            IReadOnlyDictionary<string, string>? all = count > 10 ? connection.ReadHash(key) : null;
            // Not made as long as is said before it is seen that there are so many.
            var outcomes = new List<PageAuditOutcome>();
            for (int number = first; number < first + count; number++)
            {
                string field = Keys.Number(number);
                string text = (all is null ? connection.GetValueFromHash(key, field) : all.GetValueOrDefault(field))
                    ?? throw new SeoAuditNotFoundException($"Job '{id}' is gone.");
                outcomes.Add(BulkAuditJobSerializer.ReadOutcome(Encoding.UTF8.GetBytes(text)));
            }

            return outcomes;
        });

    private void Put(JobStorageTransaction transaction, BatchProgress progress)
    {
        int chunk = ProgressTable.ChunkOf(claim.Batch);
        transaction.Set(Keys.Progress(claim.Id, chunk), (Keys.Number(claim.Batch), progress.Write()));
        if (!_isBegun)
        {
            transaction.Set(Keys.Chunks(claim.Id), (Keys.Number(chunk), string.Empty));
        }
    }
}
