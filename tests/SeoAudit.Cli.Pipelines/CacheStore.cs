namespace SeoAudit.Cli.Pipelines;

/// <summary>The files that a host keeps from run to run.</summary>
internal sealed class CacheStore
{
    private readonly Dictionary<string, byte[]> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    public IReadOnlyList<string> Keys => _keys;

    public void Save(string key, string file)
    {
        if (File.Exists(file))
        {
            _entries[key] = File.ReadAllBytes(file);
            _keys.Remove(key);
            _keys.Add(key);
        }
    }

    /// <summary>Restores the entry of the key or else the latest whose key begins so; where there is neither, nothing.</summary>
    public void Restore(string key, string? prefix, string file)
    {
        string? found = _entries.ContainsKey(key) ? key : _keys.FindLast(candidate => prefix is not null && candidate.StartsWith(prefix, StringComparison.Ordinal));
        if (found is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, _entries[found]);
        }
    }
}
