namespace SeoAudit.Client.Urls;

/// <summary>The URLs that were seen, for a million of them and more; for one thread at a time.</summary>
/// <remarks>
/// Holds <see cref="UrlKey"/>s, 16 bytes each, in pages of a fixed size, and splits a page in two when it is full (extendible
/// hashing). So it never copies itself as a whole, leaves next to nothing behind for the garbage collector, and takes 20 to 40
/// bytes a URL: 25 MB for a million.
/// </remarks>
internal sealed class UrlSet
{
    // The directory has two to the power of this many entries at most. Only keys that were made to collide get there.
    private const int MaxDepth = 20;

    private UrlKeyPage[] _directory = [new UrlKeyPage(depth: 0)];
    private int _depth;

    /// <summary>How many different ones there are.</summary>
    public int Count { get; private set; }

    /// <summary>The memory that the keys and what finds them take, in bytes.</summary>
    internal long AllocatedBytes =>
        ((long)_directory.Length * IntPtr.Size) + _directory.Distinct().Sum(static page => page.AllocatedBytes);

    /// <summary>Adds a URL, compared as it is written: normalise it first. True when it is new.</summary>
    public bool Add(string url) => Add(UrlKey.Of(url));

    /// <summary>Adds a URL by its key; true when it is new.</summary>
    public bool Add(UrlKey key)
    {
        UrlKeyPage page = _directory[IndexOf(key)];
        if (page.Contains(key))
        {
            return false;
        }

        while (page.IsFull && page.Depth < MaxDepth)
        {
            Split(page, key);
            page = _directory[IndexOf(key)];
        }

        page.Add(key);
        Count++;
        return true;
    }

    // The leading bits of the key, as many as the directory is deep.
    private int IndexOf(UrlKey key) => (int)(key.High >> 32 >> (32 - _depth));

    private void Split(UrlKeyPage page, UrlKey key)
    {
        if (page.Depth == _depth)
        {
            var doubled = new UrlKeyPage[_directory.Length * 2];
            for (var index = 0; index < doubled.Length; index++)
            {
                doubled[index] = _directory[index / 2];
            }

            _directory = doubled;
            _depth++;
        }

        UrlKeyPage upper = page.SplitUpperHalf();
        int span = 1 << (_depth - page.Depth);
        int first = IndexOf(key) & ~((2 * span) - 1);
        Array.Fill(_directory, upper, first + span, span);
    }
}
