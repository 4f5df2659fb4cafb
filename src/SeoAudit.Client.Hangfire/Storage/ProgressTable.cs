namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>
/// How far the batches of jobs are. They are kept in chunks, and of a chunk whose batches are all done there is a sum: a job may have
/// many thousand batches, and neither a look at it nor the end of one of them is to read what is known of all.
/// </summary>
internal sealed class ProgressTable(StorageAccess access)
{
    // A job of a million URLs has 79 chunks.
    private const int ChunkSize = 256;

    public static int ChunkOf(int batch) => batch / ChunkSize;

    public static int ChunksOf(JobEntry job) => (job.Batches + ChunkSize - 1) / ChunkSize;

    /// <summary>How far a batch is.</summary>
    public BatchProgress Of(string id, int batch) =>
        access.Read(connection => BatchProgress.Read(connection.GetValueFromHash(Keys.Progress(id, ChunkOf(batch)), Keys.Number(batch))));

    /// <summary>How far each batch of a chunk is.</summary>
    public IReadOnlyList<(int Batch, BatchProgress Progress)> OfChunk(JobEntry job, int chunk)
    {
        IReadOnlyDictionary<string, string> fields = access.Read(connection => connection.ReadHash(Keys.Progress(job.Id, chunk)));
        int first = chunk * ChunkSize;
        return
        [
            .. Enumerable.Range(first, Math.Min(ChunkSize, job.Batches - first))
                .Select(batch => (batch, BatchProgress.Read(fields.GetValueOrDefault(Keys.Number(batch))))),
        ];
    }

    /// <summary>The sums of the chunks that are begun, by their number; each is done where all of its batches are.</summary>
    public IReadOnlyDictionary<int, BatchProgress> Sums(JobEntry job)
    {
        IReadOnlyDictionary<string, string> known = Begun(job);
        var sums = new Dictionary<int, BatchProgress>();
        for (var chunk = 0; chunk < ChunksOf(job) && sums.Count < known.Count; chunk++)
        {
            if (known.TryGetValue(Keys.Number(chunk), out string? sum))
            {
                sums.Add(chunk, sum.Length > 0 ? BatchProgress.Read(sum) : SumOf(OfChunk(job, chunk)));
            }
        }

        return sums;
    }

    /// <summary>The batches that are not done, each chunk looked at when its turn comes.</summary>
    public IEnumerable<int> Open(JobEntry job)
    {
        IReadOnlyDictionary<string, string> known = Begun(job);
        return Enumerable.Range(0, ChunksOf(job))
            .Where(chunk => known.GetValueOrDefault(Keys.Number(chunk)) is not { Length: > 0 })
            .SelectMany(chunk => OfChunk(job, chunk))
            .Where(static each => !each.Progress.IsDone)
            .Select(static each => each.Batch);
    }

    /// <summary>Sums up the chunk of a batch where all of its batches are done.</summary>
    public void Close(JobEntry job, int batch)
    {
        int chunk = ChunkOf(batch);
        if (SumOf(OfChunk(job, chunk)) is { IsDone: true } sum)
        {
            access.Write(transaction => transaction.Set(Keys.Chunks(job.Id), (Keys.Number(chunk), sum.Write())));
        }
    }

    /// <summary>The sum of all batches; null where one of them is not done.</summary>
    public BatchProgress? SumIfDone(JobEntry job)
    {
        IReadOnlyDictionary<string, string> known = Begun(job);
        BatchProgress sum = BatchProgress.None;
        for (var chunk = 0; chunk < ChunksOf(job); chunk++)
        {
            // One that is not begun says it without another look; one that is not summed up may be done all the same.
            if (!known.TryGetValue(Keys.Number(chunk), out string? text)
                || (text.Length > 0 ? BatchProgress.Read(text) : SumOf(OfChunk(job, chunk))) is not { IsDone: true } part)
            {
                return null;
            }

            sum = sum.Plus(part);
        }

        return sum;
    }

    private static BatchProgress SumOf(IReadOnlyList<(int Batch, BatchProgress Progress)> batches) =>
        batches.Aggregate(BatchProgress.None, static (sum, batch) => sum.Plus(batch.Progress)) with { IsDone = batches.All(static batch => batch.Progress.IsDone) };

    private IReadOnlyDictionary<string, string> Begun(JobEntry job) => access.Read(connection => connection.ReadHash(Keys.Chunks(job.Id)));
}
