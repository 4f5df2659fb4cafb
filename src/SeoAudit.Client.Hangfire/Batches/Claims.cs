using System.Globalization;
using Hangfire.Storage;
using SeoAudit.Client.Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>
/// Who works on which batch. A claim must be renewed, so that a worker that dies loses it; Hangfire itself would wait much longer, and
/// hands some batches to two workers.
/// </summary>
internal sealed class Claims(StorageAccess access, HangfireJobsOptions options, TimeProvider time)
{
    private const string Owner = "owner";
    private const string Until = "until";
    private const string Queued = "queued";

    /// <summary>Takes a batch; null where a living worker has it.</summary>
    public Claim? TryTake(string id, int batch) => access.Locked($"claim:{NameOf(id, batch)}", connection =>
    {
        if (Look(connection, id, batch).IsHeld)
        {
            return null;
        }

        var claim = new Claim(id, batch, Guid.NewGuid().ToString("N"));
        StorageAccess.Write(connection, transaction => Put(transaction, id, batch, claim.Owner, time.GetUtcNow() + options.TakeOverAfter));
        return claim;
    });

    /// <summary>Takes one of the places that the batches of a service share.</summary>
    /// <remarks>
    /// Without a lock, which a worker that is killed would leave behind for all: whoever wants a place takes it, counts, and gives it
    /// back where there are too many. Of two that come at once, the later one at least sees both.
    /// </remarks>
    public bool TryTakeSlot(Claim claim, AuditService service)
    {
        string key = Keys.Slots(service);
        string name = NameOf(claim.Id, claim.Batch);
        if (access.Read(connection => Alive(connection, key).Count) >= options.MaxConcurrentBatches)
        {
            return false;
        }

        access.Write(transaction => transaction.AddToSet(key, name));
        if (access.Read(connection => Alive(connection, key).Count) <= options.MaxConcurrentBatches)
        {
            return true;
        }

        access.Write(transaction => transaction.RemoveFromSet(key, name));
        return false;
    }

    /// <returns>False where another worker has it now.</returns>
    public bool Renew(Claim claim)
    {
        if (access.Read(claim.IsLost))
        {
            return false;
        }

        access.Write(transaction => Put(transaction, claim.Id, claim.Batch, claim.Owner, time.GetUtcNow() + options.TakeOverAfter));
        return true;
    }

    /// <summary>Lets go of a batch.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="service">Whose place it has.</param>
    /// <param name="goesOnAt">When it goes on; null where it is done. Somebody will see to it then, should Hangfire not.</param>
    public void Release(Claim claim, AuditService service, DateTimeOffset? goesOnAt)
    {
        if (access.Read(claim.IsLost))
        {
            return;
        }

        access.Write(transaction =>
        {
            transaction.RemoveFromSet(Keys.Slots(service), NameOf(claim.Id, claim.Batch));
            Put(transaction, claim.Id, claim.Batch, string.Empty, (goesOnAt ?? time.GetUtcNow()) + options.TakeOverAfter);
            if (goesOnAt is null)
            {
                transaction.RemoveFromSet(Keys.Claims, NameOf(claim.Id, claim.Batch));
            }
        });
    }

    /// <summary>Asks that somebody sees to a batch that nobody has taken by then.</summary>
    public void Watch(JobStorageTransaction transaction, string id, int batch) =>
        Put(transaction, id, batch, string.Empty, time.GetUtcNow() + options.TakeOverAfter);

    /// <summary>Leaves nothing of what was watched.</summary>
    public void Forget(string id, int batch) => access.Write(transaction =>
    {
        transaction.RemoveFromSet(Keys.Claims, NameOf(id, batch));
        transaction.RemoveHash(Keys.Claim(id, batch));
    });

    /// <summary>The batches that somebody has or waits with.</summary>
    public IReadOnlySet<(string Id, int Batch)> All() =>
        access.Read(static connection => connection.GetAllItemsFromSet(Keys.Claims)).Select(Parse).OfType<(string Id, int Batch)>().ToHashSet();

    /// <summary>Looks how it stands with a batch.</summary>
    public ClaimState Look(string id, int batch) => access.Read(connection => Look(connection, id, batch));

    /// <summary>Takes what is overdue, to put it into the queue; of all who ask, one may.</summary>
    public bool TryTakeOver(string id, int batch) => access.Locked($"claim:{NameOf(id, batch)}", connection =>
    {
        if (!Look(connection, id, batch).IsOverdue)
        {
            return false;
        }

        DateTimeOffset until = time.GetUtcNow() + (2 * options.TakeOverAfter);
        StorageAccess.Write(connection, transaction => Put(transaction, id, batch, string.Empty, until, isQueued: true));
        return true;
    });

    public static string? OwnerOf(JobStorageConnection connection, string id, int batch) => connection.GetValueFromHash(Keys.Claim(id, batch), Owner);

    private static string NameOf(string id, int batch) => string.Create(CultureInfo.InvariantCulture, $"{id}:{batch}");

    private static (string Id, int Batch)? Parse(string name) =>
        name.Split(':') is [var id, var number] && JobId.IsValid(id) && int.TryParse(number, CultureInfo.InvariantCulture, out int batch) ? (id, batch) : null;

    private static void Put(JobStorageTransaction transaction, string id, int batch, string owner, DateTimeOffset until, bool isQueued = false)
    {
        transaction.Set(Keys.Claim(id, batch), (Owner, owner), (Until, JobEntry.WriteTime(until)), (Queued, isQueued ? "1" : string.Empty));
        transaction.AddToSet(Keys.Claims, NameOf(id, batch));
    }

    private HashSet<string> Alive(JobStorageConnection connection, string key)
    {
        HashSet<string> names = connection.GetAllItemsFromSet(key);
        foreach (string name in names.ToArray())
        {
            if (Parse(name) is not var (id, batch) || !Look(connection, id, batch).IsHeld)
            {
                names.Remove(name);
                StorageAccess.Write(connection, transaction => transaction.RemoveFromSet(key, name));
            }
        }

        return names;
    }

    private ClaimState Look(JobStorageConnection connection, string id, int batch)
    {
        IReadOnlyDictionary<string, string> fields = connection.ReadHash(Keys.Claim(id, batch));
        return new ClaimState(
            IsOwned: fields.GetValueOrDefault(Owner) is { Length: > 0 },
            IsOverdue: fields.GetValueOrDefault(Until) is not { } until || long.Parse(until, CultureInfo.InvariantCulture) <= time.GetUtcNow().UtcTicks,
            IsQueued: fields.GetValueOrDefault(Queued) is { Length: > 0 });
    }
}
