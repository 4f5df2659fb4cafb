using System.Buffers;
using System.Text;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>The outcomes of a batch, numbered in the order in which they came.</summary>
internal sealed class BatchOutcomes(StorageAccess access, string id, int batch)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public BatchProgress Progress { get; private set; } = BatchProgress.None;

    /// <summary>Looks what earlier workers have stored.</summary>
    /// <returns>The places in the input that have their outcome.</returns>
    public HashSet<int> Open(BatchProgress progress)
    {
        Keep(progress);
        return progress.Completed == 0 ? [] : [.. Read(access, id, batch, first: 0, progress.Completed).Select(static outcome => outcome.Index)];
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
        access.Write(transaction =>
        {
            transaction.Set(Keys.Outcomes(id, batch), (Keys.Number(Progress.Completed), text));
            transaction.Set(Keys.Progress(id), (Keys.Number(batch), next.Write()));
        });
        Progress = next;
    }

    public void End()
    {
        Progress = Progress with { IsDone = true };
        access.Write(transaction => transaction.Set(Keys.Progress(id), (Keys.Number(batch), Progress.Write())));
    }

    public static IReadOnlyList<PageAuditOutcome> Read(StorageAccess access, string id, int batch, int first, int count) =>
        access.Read<IReadOnlyList<PageAuditOutcome>>(connection =>
        {
            string key = Keys.Outcomes(id, batch);
            // A few are asked for one by one, many all at once.
            IReadOnlyDictionary<string, string>? all = count > 10 ? connection.ReadHash(key) : null;
            var outcomes = new List<PageAuditOutcome>(count);
            for (int number = first; number < first + count; number++)
            {
                string field = Keys.Number(number);
                string text = (all is null ? connection.GetValueFromHash(key, field) : all.GetValueOrDefault(field))
                    ?? throw new SeoAuditNotFoundException($"Job '{id}' is gone.");
                outcomes.Add(BulkAuditJobSerializer.ReadOutcome(Encoding.UTF8.GetBytes(text)));
            }

            return outcomes;
        });
}
