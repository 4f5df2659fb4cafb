using System.Globalization;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Reading;

/// <summary>
/// The order in which the outcomes of a job are read. Workers number those of their batch only, so that none waits for another; it is
/// the readers who append runs of them to one order, in which each keeps its place.
/// </summary>
internal sealed class OutcomeRuns(StorageAccess access, JobTable jobs, ProgressTable progress)
{
    private const string RunsField = "runs";
    private const string PlacesField = "places";

    /// <summary>Gives a place to all outcomes that have none yet.</summary>
    public void Extend(JobEntry job)
    {
        if (Begun(job, access.Read(connection => connection.ReadHash(Keys.Ordered(job.Id)))).Any())
        {
            access.Locked($"order:{job.Id}", connection =>
            {
                Append(connection, job);
                return true;
            });
        }
    }

    /// <summary>Reads a run; null where there are not so many.</summary>
    public OutcomeRange? Find(string id, long number) =>
        access.Read(connection => connection.GetValueFromHash(Keys.Order(id), Keys.Number(number))) is { } text ? OutcomeRange.Read(text) : null;

    /// <summary>The number of the run that a place is in or, where there is none yet, will be in.</summary>
    public long NumberOf(string id, int place)
    {
        long low = 0;
        long high = access.Read(connection => connection.GetValueFromHash(Keys.Ordered(id), RunsField)) is { } runs ? Number(runs) : 0;
        while (low < high)
        {
            long middle = (low + high) / 2;
            OutcomeRange run = Find(id, middle) ?? throw new SeoAuditNotFoundException($"Job '{id}' is gone.");
            (low, high) = run.Start + run.Count <= place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private void Append(JobStorageConnection connection, JobEntry job)
    {
        IReadOnlyDictionary<string, string> ordered = connection.ReadHash(Keys.Ordered(job.Id));
        long runs = ordered.TryGetValue(RunsField, out string? known) ? Number(known) : 0;
        int places = ordered.TryGetValue(PlacesField, out string? given) ? (int)Number(given) : 0;
        var order = new List<(string, string)>();
        var sums = new List<(string, string)>();
        var counts = new Dictionary<int, (string, string)[]>();
        foreach ((int chunk, int placed) in Begun(job, ordered).ToArray())
        {
            (int Batch, int First, int Count)[] found = New(connection, job, chunk);
            foreach ((int batch, int first, int count) in found)
            {
                order.Add((Keys.Number(runs++), new OutcomeRange(batch, first, count, places).Write()));
                places += count;
            }

            sums.Add((ChunkField(chunk), Keys.Number(placed + found.Sum(static each => each.Count))));
            counts.Add(chunk, [.. found.Select(static each => (Keys.Number(each.Batch), Keys.Number(each.First + each.Count)))]);
        }

        if (order.Count == 0)
        {
            return;
        }

        StorageAccess.Write(connection, transaction =>
        {
            transaction.Set(Keys.Order(job.Id), [.. order]);
            transaction.Set(Keys.Ordered(job.Id), [.. sums, (RunsField, Keys.Number(runs)), (PlacesField, Keys.Number(places))]);
            foreach ((int chunk, (string, string)[] fields) in counts.Where(static each => each.Value.Length > 0))
            {
                transaction.Set(Keys.Ordered(job.Id, chunk), fields);
            }
        });
        // Looked at afterwards: who ends the job lets expire what is there then, so one of both sees the other's.
        if (jobs.Find(job.Id) is not { End: null })
        {
            jobs.ExpireOrder(connection, job);
        }
    }

    private static string ChunkField(int chunk) => string.Create(CultureInfo.InvariantCulture, $"chunk {chunk}");

    /// <summary>The chunks with outcomes that have no place yet, and how many of each have one.</summary>
    private IEnumerable<(int Chunk, int Placed)> Begun(JobEntry job, IReadOnlyDictionary<string, string> ordered)
    {
        foreach ((int chunk, BatchProgress sum) in progress.Sums(job))
        {
            int placed = ordered.TryGetValue(ChunkField(chunk), out string? count) ? (int)Number(count) : 0;
            if (sum.Completed > placed)
            {
                yield return (chunk, placed);
            }
        }
    }

    private (int Batch, int First, int Count)[] New(JobStorageConnection connection, JobEntry job, int chunk)
    {
        IReadOnlyDictionary<string, string> ordered = connection.ReadHash(Keys.Ordered(job.Id, chunk));
        return
        [
            .. progress.OfChunk(job, chunk)
                .Select(each => (each.Batch, First: ordered.TryGetValue(Keys.Number(each.Batch), out string? count) ? (int)Number(count) : 0, each.Progress.Completed))
                .Where(static each => each.Completed > each.First)
                .Select(static each => (each.Batch, each.First, each.Completed - each.First)),
        ];
    }
}
