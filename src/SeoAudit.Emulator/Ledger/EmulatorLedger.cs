using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Emulator;

/// <summary>
/// What happened in an emulator: every request, everything that was accepted, every webhook attempt. Safe from any thread;
/// the lists are copies. A request is entered before its answer is sent, so whoever has the answer finds the entry.
/// </summary>
public sealed class EmulatorLedger
{
    private readonly Gate _gate = new();
    private readonly int _capacity;
    private readonly Queue<LedgerRequest> _requests = new();
    private readonly Queue<CreationEntry> _creations = new();
    private readonly Queue<LedgerWebhook> _webhooks = new();
    private long _requestCount;

    internal EmulatorLedger(int capacity) => _capacity = capacity;

    /// <summary>The requests, oldest first.</summary>
    public IReadOnlyList<LedgerRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Everything that was accepted, oldest first.</summary>
    public IReadOnlyList<LedgerCreation> Creations
    {
        get
        {
            lock (_gate)
                return [.. _creations.Select(entry => entry.Creation)];
        }
    }

    /// <summary>The attempts to deliver webhooks, oldest first.</summary>
    public IReadOnlyList<LedgerWebhook> Webhooks
    {
        get
        {
            lock (_gate)
                return [.. _webhooks];
        }
    }

    /// <summary>
    /// What stands in the ledger for a key: the first 12 hexadecimal digits of its SHA-256. The key itself is never kept.
    /// </summary>
    public static string Fingerprint(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 6));
    }

    /// <summary>Everything that one service accepted, oldest first.</summary>
    public IReadOnlyList<LedgerCreation> CreationsOf(EmulatedService service) =>
        [.. Creations.Where(creation => creation.Service == service)];

    /// <summary>The requests that one service received, oldest first.</summary>
    public IReadOnlyList<LedgerRequest> RequestsTo(EmulatedService service) =>
        [.. Requests.Where(request => request.Service == service)];

    /// <summary>Forgets everything so far; the state of the services is untouched.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _creations.Clear();
            _webhooks.Clear();
        }
    }

    internal void Add(LedgerRequest request)
    {
        lock (_gate)
            Keep(_requests, request with { Number = ++_requestCount });
    }

    internal void Add(LedgerWebhook webhook)
    {
        lock (_gate)
            Keep(_webhooks, webhook);
    }

    internal CreationEntry Add(LedgerCreation creation)
    {
        var entry = new CreationEntry(creation);
        lock (_gate)
            Keep(_creations, entry);
        return entry;
    }

    internal void Settle(CreationEntry entry, long spent)
    {
        lock (_gate)
            entry.Creation = entry.Creation with { Spent = spent };
    }

    private void Keep<T>(Queue<T> queue, T item)
    {
        queue.Enqueue(item);
        if (queue.Count > _capacity)
            queue.Dequeue();
    }

    internal sealed class CreationEntry(LedgerCreation creation)
    {
        public LedgerCreation Creation { get; set; } = creation;
    }
}
