using System.Buffers;
using System.Text.Json;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Jobs;

/// <summary>
/// The folder of the jobs on the disk. A job is there whole or not at all: it is written beside, and then given its name; and it is
/// deleted after its name has been taken from it.
/// </summary>
internal sealed class JobStore(string folder, TimeProvider time, JobEvents events) : IDisposable
{
    private const string Unfinished = ".partial";
    private const string Deleted = ".deleted";

    private FileStream? _lock;
    private long _lastNumber;

    /// <summary>Takes possession of the folder and reads what is in it.</summary>
    /// <returns>The jobs in the order in which they were submitted.</returns>
    /// <exception cref="SeoAuditJobException">Another has it, or it cannot be used.</exception>
    public IReadOnlyList<Job> Open()
    {
        try
        {
            PrivateFile.CreateFolder(folder);
            Lock();
            List<Job> jobs = [];
            foreach (string path in Directory.EnumerateDirectories(folder))
            {
                Read(path, jobs);
            }

            jobs.Sort(static (left, right) => left.Record.Number.CompareTo(right.Record.Number));
            _lastNumber = jobs.Count == 0 ? 0 : jobs[^1].Record.Number;
            return jobs;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Dispose();
            throw Unusable("opened", exception);
        }
    }

    /// <summary>Stores a new job.</summary>
    public async Task<Job> CreateAsync(IAsyncEnumerable<Uri> urls, BulkAuditJobOptions options, CancellationToken cancellationToken)
    {
        string id = JobId.New();
        string path = Path.Combine(folder, id);
        var paths = new JobPaths(path + Unfinished);
        try
        {
            PrivateFile.CreateFolder(paths.Folder);
            (int total, int duplicates) = await JobInput.WriteAsync(paths.Urls, urls, cancellationToken).ConfigureAwait(false);
            await PrivateFile.Create(paths.Journal).DisposeAsync().ConfigureAwait(false);
            await PrivateFile.Create(paths.Outcomes).DisposeAsync().ConfigureAwait(false);
            var record = new JobRecord
            {
                Number = Interlocked.Increment(ref _lastNumber),
                Status = BulkAuditJobStatus.Pending,
                SubmittedAt = time.GetUtcNow(),
                Total = total,
                Duplicates = duplicates,
                Options = StoredJobOptions.Of(options),
            };
            Write(paths, record);
            cancellationToken.ThrowIfCancellationRequested();
            Directory.Move(paths.Folder, path);
            return new Job(id, new JobPaths(path), record);
        }
        catch (Exception exception)
        {
            TryDelete(paths.Folder);
            if (exception is OperationCanceledException cancelled && cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
            }

            if (exception is IOException or UnauthorizedAccessException)
            {
                throw Unusable("written", exception);
            }

            throw;
        }
    }

    /// <summary>Stores how a job stands, and makes it known when it is stored.</summary>
    public void Save(Job job, JobRecord record)
    {
        try
        {
            Write(job.Paths, record);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable("written", exception);
        }

        job.Set(record);
    }

    /// <summary>Deletes a job that nobody runs.</summary>
    /// <returns>Whether it is no more; what could not be deleted is tried again at the next opening.</returns>
    public bool Delete(Job job)
    {
        string path = job.Paths.Folder + Deleted;
        try
        {
            Directory.Move(job.Paths.Folder, path);
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            events.NotDeleted(job.Id, exception);
            return false;
        }

        TryDelete(path);
        return true;
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    private static void Write(JobPaths paths, JobRecord record)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true }))
        {
            JsonSerializer.Serialize(writer, record, JobsJsonContext.Default.JobRecord);
        }

        PrivateFile.Replace(paths.Record, new ReadOnlySequence<byte>(json.WrittenMemory));
    }

    private void Lock()
    {
        string path = Path.Combine(folder, ".lock");
        try
        {
            // The platform keeps others out, and a process that dies lets go of it.
            _lock = PrivateFile.Create(path, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && File.Exists(path))
        {
            throw new SeoAuditJobException(
                $"The folder '{folder}' of the jobs is in use by another process, or by another registration in this one. Give each a folder of its own.", exception)
            {
                Fault = JobFault.FolderInUse,
            };
        }
    }

    private void Read(string path, List<Job> jobs)
    {
        string name = Path.GetFileName(path);
        if (JobId.IsValid(Path.GetFileNameWithoutExtension(name)) && Path.GetExtension(name) is Unfinished or Deleted)
        {
            TryDelete(path);
        }
        else if (JobId.IsValid(name))
        {
            try
            {
                var paths = new JobPaths(path);
                jobs.Add(new Job(name, paths, JobRecord.Read(File.ReadAllBytes(paths.Record))));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
            {
                // It may be of a later version, or be mended by hand: it stays as it is, and the others go on.
                events.Unreadable(name, exception);
            }
        }
    }

    private void TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // It was never made.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            events.NotDeleted(Path.GetFileNameWithoutExtension(path), exception);
        }
    }

    private SeoAuditJobException Unusable(string how, Exception cause) =>
        new($"The folder '{folder}' of the jobs cannot be {how}: {cause.Message}", cause) { Fault = JobFault.Unusable };
}
