using System.Text.Json;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Complaints;

/// <summary>The packages that whoever uses the client gets with it, those of its packages and theirs in turn, beside what was approved of them.</summary>
internal static class PackageTail
{
    /// <summary>The names of all packages for a target, in order; without what only the client's own build needs.</summary>
    public static IReadOnlyList<string> Of(string target)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "src", "SeoAudit.Client", "obj", "project.assets.json")));
        Dictionary<string, string[]> needs = assets.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject().ToDictionary(
            static package => package.Name.Split('/')[0],
            static package => package.Value.TryGetProperty("dependencies", out JsonElement names) ? names.EnumerateObject().Select(static name => name.Name).ToArray() : [],
            StringComparer.Ordinal);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(Direct(assets.RootElement.GetProperty("project").GetProperty("frameworks").GetProperty(target)));
        while (left.TryDequeue(out string? package))
        {
            if (found.Add(package))
            {
                Array.ForEach(needs[package], left.Enqueue);
            }
        }

        return [.. found];
    }

    /// <summary>Fails where they are not those that were approved, and leaves the new list beside the approved.</summary>
    public static void Check(string target)
    {
        string name = Path.Combine(RepositoryRoot.Path, "tests", "SeoAudit.Client.Tests", "Complaints", $"Packages.{target}");
        (string approved, string received) = ($"{name}.approved.txt", $"{name}.received.txt");
        IReadOnlyList<string> packages = Of(target);
        string[] known = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        if (packages.SequenceEqual(known, StringComparer.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, string.Concat(packages.Select(static package => package + "\n")));
        Assert.Fail(
            $"For {target} the client drags in {Listed(packages.Except(known, StringComparer.Ordinal))} and no longer {Listed(known.Except(packages, StringComparer.Ordinal))}; "
            + "if that is meant, rename .received.txt to .approved.txt and commit it.");
    }

    private static IEnumerable<string> Direct(JsonElement framework) => framework.GetProperty("dependencies").EnumerateObject()
        .Where(static package => !(package.Value.TryGetProperty("suppressParent", out JsonElement kept) && kept.GetString() == "All"))
        .Select(static package => package.Name);

    private static string Listed(IEnumerable<string> packages) => string.Join(", ", packages.DefaultIfEmpty("nothing"));
}
