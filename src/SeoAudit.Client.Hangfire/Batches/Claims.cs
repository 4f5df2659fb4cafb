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

    /// <summary>Takes a batch; null where a living worker has it.</summary>
    public Claim? TryTake(string id, int batch) => access.Locked($"claim:{NameOf(id, batch)}", connection =>
    {
        if (IsHeld(connection, id, batch))
        {
            return null;
        }

        var claim = new Claim(this, id, batch, Guid.NewGuid().ToString("N"));
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
        if (OwnerOf(claim) != claim.Owner)
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
        if (OwnerOf(claim) != claim.Owner)
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
    public void Watch(string id, int batch) =>
        access.Write(transaction => Put(transaction, id, batch, string.Empty, time.GetUtcNow() + options.TakeOverAfter));

    /// <summary>Asks the same for a batch that nobody has ever claimed.</summary>
    public void WatchUnclaimed(string id, int batch) => access.Locked($"claim:{NameOf(id, batch)}", connection =>
    {
        if (connection.GetValueFromHash(Keys.Claim(id, batch), Until) is null)
        {
            StorageAccess.Write(connection, transaction => Put(transaction, id, batch, string.Empty, time.GetUtcNow() + options.TakeOverAfter));
        }

        return true;
    });

    public void Forget(string id, int batch) =>
        access.Write(transaction => transaction.RemoveFromSet(Keys.Claims, NameOf(id, batch)));

    /// <summary>The batches that nobody has any more, or has taken in time; each comes to one who asks.</summary>
    public IReadOnlyList<(string Id, int Batch)> TakeAbandoned()
    {
        (string Id, int Batch)[] all = [.. access.Read(static connection => connection.GetAllItemsFromSet(Keys.Claims)).Select(Parse)];
        return [.. all.Where(batch => access.Read(connection => IsOverdue(connection, batch.Id, batch.Batch)) && TryTakeOver(batch.Id, batch.Batch))];
    }

    private static string NameOf(string id, int batch) => string.Create(CultureInfo.InvariantCulture, $"{id}:{batch}");

    private static (string Id, int Batch) Parse(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return (name[..colon], int.Parse(name.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    private static void Put(JobStorageTransaction transaction, string id, int batch, string owner, DateTimeOffset until)
    {
        transaction.Set(Keys.Claim(id, batch), (Owner, owner), (Until, JobEntry.WriteTime(until)));
        transaction.AddToSet(Keys.Claims, NameOf(id, batch));
    }

    private bool TryTakeOver(string id, int batch) => access.Locked($"claim:{NameOf(id, batch)}", connection =>
    {
        if (!IsOverdue(connection, id, batch))
        {
            return false;
        }

        StorageAccess.Write(connection, transaction => Put(transaction, id, batch, string.Empty, time.GetUtcNow() + (2 * options.TakeOverAfter)));
        return true;
    });

    private HashSet<string> Alive(JobStorageConnection connection, string key)
    {
        HashSet<string> names = connection.GetAllItemsFromSet(key);
        foreach (string name in names.ToArray())
        {
            (string id, int batch) = Parse(name);
            if (!IsHeld(connection, id, batch))
            {
                names.Remove(name);
                StorageAccess.Write(connection, transaction => transaction.RemoveFromSet(key, name));
            }
        }

        return names;
    }

    private bool IsHeld(JobStorageConnection connection, string id, int batch) =>
        connection.GetValueFromHash(Keys.Claim(id, batch), Owner) is { Length: > 0 } && !IsOverdue(connection, id, batch);

    private bool IsOverdue(JobStorageConnection connection, string id, int batch) =>
        connection.GetValueFromHash(Keys.Claim(id, batch), Until) is not { } until
        || long.Parse(until, CultureInfo.InvariantCulture) <= time.GetUtcNow().UtcTicks;

    private string? OwnerOf(Claim claim) => access.Read(connection => connection.GetValueFromHash(Keys.Claim(claim.Id, claim.Batch), Owner));
}
