using System.Buffers;
using System.Text;
using Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>The jobs in the storage.</summary>
internal sealed class JobTable(StorageAccess access, ProgressTable progress, TimeProvider time, TimeSpan keepFinishedFor)
{
    private const int BatchesPerTransaction = 50;

    // Who reads at the last moment shall find it whole.
    private readonly TimeSpan _expireAfter = keepFinishedFor + TimeSpan.FromHours(1);

    /// <summary>Finds a job; null where there is none, or none any more.</summary>
    public JobEntry? Find(string id) => access.Read(connection => Find(connection, id));

    /// <summary>All jobs but those that cannot be read, which must not hide the others.</summary>
    public IReadOnlyList<JobEntry> List() => access.Read(connection =>
    {
        var jobs = new List<JobEntry>();
        foreach (string id in connection.GetAllItemsFromSet(Keys.Jobs).Where(JobId.IsValid))
        {
            IReadOnlyDictionary<string, string> fields = connection.ReadHash(Keys.Job(id));
            try
            {
                if (Known(id, fields) is { } job)
                {
                    jobs.Add(job);
                }
                else
                {
                    StorageAccess.Write(connection, transaction => transaction.RemoveFromSet(Keys.Jobs, id));
                }
            }
            catch (SeoAuditJobException)
            {
                // It stays as it is, for who can read it.
            }
        }

        return jobs.OrderByDescending(static job => job.SubmittedAt).ToArray();
    });

    /// <summary>Adds a job together with what has it begun.</summary>
    public void Add(JobEntry job, Action<JobStorageTransaction> begin)
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
            begin(transaction);
        });
    }

    /// <summary>Removes a job that perhaps was added.</summary>
    public void Remove(string id) => access.Write(transaction =>
    {
        transaction.RemoveFromSet(Keys.Jobs, id);
        transaction.RemoveHash(Keys.Job(id));
    });

    public void Set(string id, string field, string value) => access.Write(transaction => transaction.Set(Keys.Job(id), (field, value)));

    /// <summary>Takes note that a batch is done, which may end the job.</summary>
    public void CloseBatch(JobEntry job, int batch)
    {
        progress.Close(job, batch);
        EndIfDone(job.Id);
    }

    /// <summary>Ends a job whose batches are all done, and lets all that is stored of it expire.</summary>
    public void EndIfDone(string id)
    {
        if (Find(id) is not { End: null } job || progress.SumIfDone(job) is not { } sum)
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
                BulkAuditJobStatus status = sum.Completed == job.Total
                    ? BulkAuditJobStatus.Completed
                    : job.Error is null ? BulkAuditJobStatus.Cancelled : BulkAuditJobStatus.Failed;
                StorageAccess.Write(connection, transaction =>
                {
                    transaction.Set(Keys.Job(id), (JobEntry.EndedField, JobEntry.WriteTime(time.GetUtcNow())), (JobEntry.StatusField, status.Value));
                    // Where each field expires by itself, these are new.
                    transaction.ExpireHash(Keys.Job(id), _expireAfter);
                });
                // Readers that have not seen the end may have written there since.
                ExpireOrder(connection, job);
            }

            return true;
        });
    }

    /// <summary>Lets expire what readers have stored of a job that has ended.</summary>
    public void ExpireOrder(JobStorageConnection connection, JobEntry job) => StorageAccess.Write(connection, transaction =>
    {
        transaction.ExpireHash(Keys.Order(job.Id), _expireAfter);
        transaction.ExpireHash(Keys.Ordered(job.Id), _expireAfter);
        for (var chunk = 0; chunk < ProgressTable.ChunksOf(job); chunk++)
        {
            transaction.ExpireHash(Keys.Ordered(job.Id, chunk), _expireAfter);
        }
    });

    private JobEntry? Find(JobStorageConnection connection, string id) => Known(id, connection.ReadHash(Keys.Job(id)));

    private JobEntry? Known(string id, IReadOnlyDictionary<string, string> fields) =>
        JobEntry.Read(id, fields) is { } job && !(job.EndedAt + keepFinishedFor <= time.GetUtcNow()) ? job : null;

    private void Expire(JobStorageConnection connection, JobEntry job)
    {
        foreach (int[] batches in Enumerable.Range(0, job.Batches).Chunk(BatchesPerTransaction))
        {
            StorageAccess.Write(connection, transaction =>
            {
                foreach (int batch in batches)
                {
                    transaction.ExpireHash(Keys.Input(job.Id, batch), _expireAfter);
                    transaction.ExpireHash(Keys.Outcomes(job.Id, batch), _expireAfter);
                    transaction.ExpireHash(Keys.Claim(job.Id, batch), _expireAfter);
                    transaction.RemoveHash(Keys.Journal(job.Id, batch));
                }
            });
        }

        StorageAccess.Write(connection, transaction =>
        {
            transaction.ExpireHash(Keys.Job(job.Id), _expireAfter);
            transaction.ExpireHash(Keys.Chunks(job.Id), _expireAfter);
            for (var chunk = 0; chunk < ProgressTable.ChunksOf(job); chunk++)
            {
                transaction.ExpireHash(Keys.Progress(job.Id, chunk), _expireAfter);
            }
        });
    }
}
