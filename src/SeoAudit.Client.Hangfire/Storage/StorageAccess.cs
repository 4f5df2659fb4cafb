using Hangfire;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Batches;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>Reads and writes through Hangfire's storage. All that is written here may be written twice.</summary>
internal sealed class StorageAccess(JobStorage storage, TimeProvider time)
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    // A storage that is restarted is back within seconds.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)];

    private readonly StorageThreads _threads = new();

    /// <summary>Does something that reads or writes here, on a thread that may block.</summary>
    public Task<T> RunAsync<T>(Func<T> act, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(act, cancellationToken, TaskCreationOptions.DenyChildAttach, _threads);

    /// <summary>Does something that reads or writes here, on a thread that may block.</summary>
    public Task RunAsync(Action act, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(act, cancellationToken, TaskCreationOptions.DenyChildAttach, _threads);

    /// <summary>Does the same for who knows nothing of storages, and need not wait for one that does not answer.</summary>
    /// <exception cref="SeoAuditJobException">Whatever is wrong with the storage, or with what is stored.</exception>
    public Task<T> AskAsync<T>(Func<T> act, CancellationToken cancellationToken) =>
        RunAsync(() => Guard(act), cancellationToken).WaitAsync(cancellationToken);

    /// <exception cref="SeoAuditJobException">The storage cannot be read.</exception>
    public T Read<T>(Func<JobStorageConnection, T> read) => Guard(() =>
    {
        using JobStorageConnection connection = Connect();
        return read(connection);
    });

    /// <exception cref="SeoAuditJobException">The storage cannot be written, also not a little later.</exception>
    public void Write(Action<JobStorageTransaction> write) => Write(claim: null, write);

    /// <summary>Writes what only who has a batch may write.</summary>
    /// <exception cref="ClaimLostException">Another has it now.</exception>
    /// <exception cref="SeoAuditJobException">The storage cannot be written, also not a little later.</exception>
    public void Write(Claim? claim, Action<JobStorageTransaction> write)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                bool isMine = Guard(() =>
                {
                    using JobStorageConnection connection = Connect();
                    if (claim?.IsLost(connection) == true)
                    {
                        return false;
                    }

                    Write(connection, write);
                    return true;
                });
                if (!isMine)
                {
                    throw new ClaimLostException();
                }

                return;
            }
            catch (SeoAuditJobException) when (attempt < Pauses.Length)
            {
                Wait(Pauses[attempt]);
            }
        }
    }

    /// <summary>Does something that no other machine does at the same time.</summary>
    public T Locked<T>(string resource, Func<JobStorageConnection, T> act) => Guard(() =>
    {
        using JobStorageConnection connection = Connect();
        // Redis keeps locks among all other keys, so they have names of their own.
        using IDisposable turn = connection.AcquireDistributedLock($"seoaudit:lock:{resource}", LockPatience);
        return act(connection);
    });

    public static void Write(JobStorageConnection connection, Action<JobStorageTransaction> write)
    {
        using var transaction = (JobStorageTransaction)connection.CreateWriteTransaction();
        write(transaction);
        transaction.Commit();
    }

    /// <exception cref="SeoAuditJobException">Whatever goes wrong.</exception>
    public static T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is not SeoAuditException)
        {
            throw new SeoAuditJobException($"The storage of the jobs cannot be used: {exception.Message}", exception) { Fault = JobFault.Unusable };
        }
    }

    // Blocks, and so is for a thread that may: one of Hangfire's workers, or of StorageThreads.
    private void Wait(TimeSpan pause)
    {
        using var over = new ManualResetEventSlim();
        using ITimer timer = time.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), over, pause, Timeout.InfiniteTimeSpan);
        over.Wait();
    }

    private JobStorageConnection Connect() =>
        storage.GetConnection() is JobStorageConnection connection
            ? connection
            : throw new NotSupportedException($"'{storage.GetType()}' is older than Hangfire 1.8.");
}
