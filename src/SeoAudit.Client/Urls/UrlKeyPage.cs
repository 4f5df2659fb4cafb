using System.Runtime.CompilerServices;

namespace SeoAudit.Client.Urls;

/// <summary>The keys that share their first <see cref="Depth"/> bits, in an open-addressing table.</summary>
internal sealed class UrlKeyPage(int depth)
{
    private const int Slots = 384;

    // The default stands for an empty slot: no text is known to have it for its key.
    private UrlKey[] _slots = new UrlKey[Slots];
    private int _count;

    public int Depth { get; private set; } = depth;

    /// <summary>Whether one more key would make it slow.</summary>
    public bool IsFull => _count >= _slots.Length / 8 * 7;

    public long AllocatedBytes => (long)_slots.Length * Unsafe.SizeOf<UrlKey>();

    public bool Contains(UrlKey key) => _slots[Find(key)] == key;

    /// <summary>Adds a key that is not there yet. A full page grows; split it first where that is possible.</summary>
    public void Add(UrlKey key)
    {
        if (IsFull)
        {
            UrlKey[] keys = _slots;
            _slots = new UrlKey[keys.Length * 2];
            _count = 0;
            Put(keys, upper: this);
        }

        Put(key);
    }

    /// <summary>Goes one bit deeper: keeps the keys where it is 0 and gives away those where it is 1.</summary>
    public UrlKeyPage SplitUpperHalf()
    {
        Span<UrlKey> keys = stackalloc UrlKey[Slots];
        _slots.CopyTo(keys);
        Array.Clear(_slots);
        _count = 0;
        Depth++;
        var upper = new UrlKeyPage(Depth);
        Put(keys, upper);
        return upper;
    }

    private void Put(ReadOnlySpan<UrlKey> keys, UrlKeyPage upper)
    {
        foreach (UrlKey key in keys)
        {
            if (key != default)
            {
                bool goesUp = ((key.High >> (64 - Depth)) & 1) == 1;
                (goesUp ? upper : this).Put(key);
            }
        }
    }

    private void Put(UrlKey key)
    {
        _slots[Find(key)] = key;
        _count++;
    }

    // Where the key is, or else the empty slot that it belongs in.
    private int Find(UrlKey key)
    {
        int slot = (int)(((key.Low >> 32) * (ulong)_slots.Length) >> 32);
        while (_slots[slot] != default && _slots[slot] != key)
        {
            slot = slot + 1 == _slots.Length ? 0 : slot + 1;
        }

        return slot;
    }
}
