using Hangfire;
using Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>Reads and writes through Hangfire's storage. All that is written here may be written twice.</summary>
internal sealed class StorageAccess(JobStorage storage, TimeProvider time)
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    // A storage that is restarted is back within seconds.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)];

    /// <exception cref="SeoAuditJobException">The storage cannot be read.</exception>
    public T Read<T>(Func<JobStorageConnection, T> read) => Guard(() =>
    {
        using JobStorageConnection connection = Connect();
        return read(connection);
    });

    /// <exception cref="SeoAuditJobException">The storage cannot be written, also not a little later.</exception>
    public void Write(Action<JobStorageTransaction> write)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Guard(() =>
                {
                    using JobStorageConnection connection = Connect();
                    Write(connection, write);
                    return true;
                });
                return;
            }
            catch (SeoAuditJobException) when (attempt < Pauses.Length)
            {
                // Hangfire's storages know nothing but calls that block.
                Task.Delay(Pauses[attempt], time).GetAwaiter().GetResult();
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

    private static T Guard<T>(Func<T> act)
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

    private JobStorageConnection Connect() =>
        storage.GetConnection() is JobStorageConnection connection
            ? connection
            : throw new NotSupportedException($"'{storage.GetType()}' is older than Hangfire 1.8.");
}
