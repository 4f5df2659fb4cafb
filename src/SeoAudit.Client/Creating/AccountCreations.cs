using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Creating;

/// <summary>What this process creates on one account of a service, whichever of its clients does.</summary>
internal sealed class AccountCreations
{
    // What is older has long left the beginning of the service's list.
    private const int MaxClaims = 10_000;
    private const int MaxLost = 1_000;

    private static readonly ConcurrentDictionary<string, AccountCreations> Accounts = new(StringComparer.Ordinal);

    private readonly object _lock = new();
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private readonly Queue<string> _claims = new();
    private readonly List<LostCreation> _lost = [];

    public CreationGate Gate { get; } = new();

    public static AccountCreations Of(ServiceProfile profile, ServiceOptions options)
    {
        string key = $"{profile.Name} {options.BaseAddress} {options.Credential}";
        return Accounts.GetOrAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))), static _ => new AccountCreations());
    }

    /// <summary>Takes an id for one call; false where another call has it.</summary>
    public bool TryClaim(string id)
    {
        lock (_lock)
        {
            if (!_claimed.Add(id))
            {
                return false;
            }

            _claims.Enqueue(id);
            if (_claims.Count > MaxClaims)
            {
                _claimed.Remove(_claims.Dequeue());
            }

            return true;
        }
    }

    public bool IsClaimed(string id)
    {
        lock (_lock)
        {
            return _claimed.Contains(id);
        }
    }

    /// <summary>Remembers that something may have been created whose id nobody learned.</summary>
    public void Remember(LostCreation lost)
    {
        lock (_lock)
        {
            _lost.Add(lost);
            if (_lost.Count > MaxLost)
            {
                _lost.RemoveAt(0);
            }
        }
    }

    public void Forget(LostCreation lost)
    {
        lock (_lock)
        {
            _lost.Remove(lost);
        }
    }

    /// <summary>Whether something may be what another lost call asked for.</summary>
    public bool MayBeAnother(LostCreation own, object row, DateTimeOffset createdAt)
    {
        lock (_lock)
        {
            return _lost.Exists(other => other.CanBe(row, createdAt, own));
        }
    }
}
