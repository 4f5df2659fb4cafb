using System.Buffers;
using System.Text;
using Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>The jobs in the storage.</summary>
internal sealed class JobTable(StorageAccess access, TimeProvider time, TimeSpan keepFinishedFor)
{
    private const int BatchesPerTransaction = 50;

    /// <summary>Finds a job; null where there is none, or none any more.</summary>
    public JobEntry? Find(string id) => access.Read(connection => Find(connection, id));

    public IReadOnlyList<JobEntry> List() => access.Read(connection =>
    {
        var jobs = new List<JobEntry>();
        foreach (string id in connection.GetAllItemsFromSet(Keys.Jobs).Where(JobId.IsValid))
        {
            if (Find(connection, id) is { } job)
            {
                jobs.Add(job);
            }
            else
            {
                StorageAccess.Write(connection, transaction => transaction.RemoveFromSet(Keys.Jobs, id));
            }
        }

        return jobs.OrderByDescending(static job => job.SubmittedAt).ToArray();
    });

    public void Add(JobEntry job)
    {
        var options = new ArrayBufferWriter<byte>();
        BulkAuditJobSerializer.WriteOptions(options, job.Options);
        access.Write(transaction =>
        {
            transaction.Set(
                Keys.Job(job.Id),
                (JobEntry.OptionsField, Encoding.UTF8.GetString(options.WrittenSpan)),
                (JobEntry.SubmittedField, JobEntry.WriteTime(job.SubmittedAt)),
                (JobEntry.TotalField, Keys.Number(job.Total)),
                (JobEntry.DuplicatesField, Keys.Number(job.Duplicates)),
                (JobEntry.BatchesField, Keys.Number(job.Batches)));
            transaction.AddToSet(Keys.Jobs, job.Id);
        });
    }

    public void Set(string id, string field, string value) => access.Write(transaction => transaction.Set(Keys.Job(id), (field, value)));

    public BatchProgress ProgressOf(string id, int batch) =>
        access.Read(connection => BatchProgress.Read(connection.GetValueFromHash(Keys.Progress(id), Keys.Number(batch))));

    public IReadOnlyList<BatchProgress> ProgressOf(JobEntry job)
    {
        IReadOnlyDictionary<string, string> fields = access.Read(connection => connection.ReadHash(Keys.Progress(job.Id)));
        return [.. Enumerable.Range(0, job.Batches).Select(batch => BatchProgress.Read(fields.GetValueOrDefault(Keys.Number(batch))))];
    }

    /// <summary>Ends a job whose batches are all done, and lets all that is stored of it expire.</summary>
    public void EndIfDone(string id)
    {
        if (Find(id) is not { End: null } job || ProgressOf(job) is var progress && !progress.All(static batch => batch.IsDone))
        {
            return;
        }

        access.Locked($"end:{id}", connection =>
        {
            job = Find(connection, id);
            if (job is { End: null })
            {
                // The end itself comes last: who dies before it leaves a batch that is taken over, and so comes here again.
                Expire(connection, job);
                BulkAuditJobStatus status = progress.Sum(static batch => batch.Completed) == job.Total
                    ? BulkAuditJobStatus.Completed
                    : job.Error is null ? BulkAuditJobStatus.Cancelled : BulkAuditJobStatus.Failed;
                StorageAccess.Write(connection, transaction => transaction.Set(
                    Keys.Job(id), (JobEntry.EndedField, JobEntry.WriteTime(time.GetUtcNow())), (JobEntry.StatusField, status.Value)));
            }

            return true;
        });
    }

    private JobEntry? Find(JobStorageConnection connection, string id) =>
        JobEntry.Read(id, connection.ReadHash(Keys.Job(id))) is { } job && !(job.EndedAt + keepFinishedFor <= time.GetUtcNow()) ? job : null;

    private void Expire(JobStorageConnection connection, JobEntry job)
    {
        // Who reads at the last moment shall find it whole.
        TimeSpan after = keepFinishedFor + TimeSpan.FromHours(1);
        foreach (int[] batches in Enumerable.Range(0, job.Batches).Chunk(BatchesPerTransaction))
        {
            StorageAccess.Write(connection, transaction =>
            {
                foreach (int batch in batches)
                {
                    transaction.ExpireHash(Keys.Input(job.Id, batch), after);
                    transaction.ExpireHash(Keys.Outcomes(job.Id, batch), after);
                    transaction.ExpireHash(Keys.Claim(job.Id, batch), after);
                    transaction.RemoveHash(Keys.Journal(job.Id, batch));
                }
            });
        }

        StorageAccess.Write(connection, transaction =>
        {
            foreach (string key in new[] { Keys.Job(job.Id), Keys.Progress(job.Id), Keys.Order(job.Id), Keys.Ordered(job.Id) })
            {
                transaction.ExpireHash(key, after);
            }
        });
    }
}
