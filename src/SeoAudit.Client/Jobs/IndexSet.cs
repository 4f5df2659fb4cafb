namespace SeoAudit.Client.Jobs;

/// <summary>Places of the input, a bit each. One thread adds, others may ask for places that nobody is adding.</summary>
internal sealed class IndexSet(int size)
{
    private readonly ulong[] _bits = new ulong[(size + 63) / 64];

    public bool Contains(int index) => (_bits[index >> 6] & (1UL << index)) != 0;

    /// <returns>Whether it was not there.</returns>
    public bool Add(int index)
    {
        bool isNew = !Contains(index);
        _bits[index >> 6] |= 1UL << index;
        return isNew;
    }
}
