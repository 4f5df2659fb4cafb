using System.Globalization;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Reading;

/// <summary>
/// The order in which the outcomes of a job are read. Workers number those of their batch only, so that none waits for another; it is
/// the readers who append runs of them to one order, in which each keeps its place.
/// </summary>
internal sealed class OutcomeRuns(StorageAccess access, JobTable jobs, TimeSpan keepFor)
{
    private const string RunsField = "runs";
    private const string PlacesField = "places";

    /// <summary>Gives a place to all outcomes that have none yet.</summary>
    public void Extend(JobEntry job)
    {
        if (New(job, access.Read(connection => connection.ReadHash(Keys.Ordered(job.Id)))).Count > 0)
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
        var counts = new List<(string, string)>();
        foreach ((int batch, int first, int count) in New(job, ordered))
        {
            order.Add((Keys.Number(runs++), new OutcomeRange(batch, first, count, places).Write()));
            counts.Add((Keys.Number(batch), Keys.Number(first + count)));
            places += count;
        }

        counts.Add((RunsField, Keys.Number(runs)));
        counts.Add((PlacesField, Keys.Number(places)));
        StorageAccess.Write(connection, transaction =>
        {
            transaction.Set(Keys.Order(job.Id), [.. order]);
            transaction.Set(Keys.Ordered(job.Id), [.. counts]);
            if (job.End is not null)
            {
                transaction.ExpireHash(Keys.Order(job.Id), keepFor + TimeSpan.FromHours(1));
                transaction.ExpireHash(Keys.Ordered(job.Id), keepFor + TimeSpan.FromHours(1));
            }
        });
    }

    private List<(int Batch, int First, int Count)> New(JobEntry job, IReadOnlyDictionary<string, string> ordered)
    {
        var found = new List<(int Batch, int First, int Count)>();
        IReadOnlyList<BatchProgress> progress = jobs.ProgressOf(job);
        for (var batch = 0; batch < progress.Count; batch++)
        {
            int first = ordered.TryGetValue(Keys.Number(batch), out string? count) ? (int)Number(count) : 0;
            if (progress[batch].Completed > first)
            {
                found.Add((batch, first, progress[batch].Completed - first));
            }
        }

        return found;
    }
}
