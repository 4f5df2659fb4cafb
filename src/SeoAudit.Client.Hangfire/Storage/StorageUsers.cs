using System.Collections.Concurrent;
using Hangfire;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>Which registration of this app has which storage: whose workers take the batches of another buy them with the wrong key.</summary>
internal sealed class StorageUsers
{
    private readonly ConcurrentDictionary<JobStorage, string> _names = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="InvalidOperationException">Another has it.</exception>
    public void Add(JobStorage storage, string name)
    {
        string known = _names.GetOrAdd(storage, name);
        if (known != name)
        {
            throw new InvalidOperationException(
                $"AddHangfireJobs '{name}' has the same storage as AddHangfireJobs '{known}'; each needs a storage, schema or prefix of its own.");
        }
    }
}
