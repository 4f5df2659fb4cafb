using System.Text.Json;
using System.Text.Json.Nodes;
using SeoAudit.Cli.CommandLine;

namespace SeoAudit.Cli.Settings;

/// <summary>
/// The user's own file with keys, as JSON in the shape of the SDK's configuration section. It is the user's alone: a file that others can read is refused.
/// </summary>
internal sealed class UserSettings
{
    private const string SectionName = "SeoAudit";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly JsonObject _root;

    private UserSettings(JsonObject root) => _root = root;

    public static string Path => System.IO.Path.Combine(UserFolders.Configuration, "config.json");

    /// <summary>Reads the file; empty settings where there is none.</summary>
    /// <exception cref="UsageException">Others may read it, or it is not what it should be; the message says how to mend it.</exception>
    public static UserSettings Load()
    {
        string path = Path;
        if (!File.Exists(path))
        {
            return new UserSettings([]);
        }

        RefuseWhereOthersCanRead(path);
        return new UserSettings(Parse(path) ?? throw new UsageException($"{path} does not hold a JSON object. Mend it, or delete it."));
    }

    /// <summary>All settings by their names in the configuration, e.g. <c>SeoAudit:Seogent:ApiToken</c>.</summary>
    public IEnumerable<KeyValuePair<string, string?>> All() => Flatten(_root, string.Empty);

    public string? Find(ServiceKey key) => ((_root[SectionName] as JsonObject)?[key.Section] as JsonObject)?[key.Member]?.ToString();

    public void Set(ServiceKey key, string? value)
    {
        JsonObject section = Child(Child(_root, SectionName), key.Section);
        if (value is null)
        {
            section.Remove(key.Member);
        }
        else
        {
            section[key.Member] = value;
        }
    }

    /// <summary>Writes the file anew, for this user alone, at once or not at all.</summary>
    public void Save()
    {
        string path = Path;
        UserFolders.Make(System.IO.Path.GetDirectoryName(path)!);
        string draft = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        using (var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
        {
            _root.WriteTo(writer);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>The object in the file; null where it holds none. What the parser says of it may hold a piece of a key, so it is not handed on.</summary>
    private static JsonObject? Parse(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void RefuseWhereOthersCanRead(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new UsageException($"Others on this machine may read {path}, which is for keys. Mend it with: chmod 600 '{path}'");
        }
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            child = [];
            parent[name] = child;
        }

        return child;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Flatten(JsonObject node, string prefix)
    {
        foreach ((string name, JsonNode? value) in node)
        {
            string path = prefix.Length == 0 ? name : $"{prefix}:{name}";
            if (value is JsonObject child)
            {
                foreach (KeyValuePair<string, string?> setting in Flatten(child, path))
                {
                    yield return setting;
                }
            }
            else
            {
                yield return new(path, value?.ToString());
            }
        }
    }
}
