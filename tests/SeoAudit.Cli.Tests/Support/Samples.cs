using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests.Support;

/// <summary>What the repository has to audit.</summary>
internal static class Samples
{
    public static string Site => Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "Site");

    /// <summary>
    /// The site once more, for tests that need its addresses to stay: they follow from the path of the folder, while no other run has the port.
    /// </summary>
    public static string OwnSite(ToolHome home)
    {
        string own = Directory.CreateDirectory(home.PathOf("site")).FullName;
        foreach (string file in Directory.EnumerateFiles(Site, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(own, Path.GetRelativePath(Site, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return own;
    }
}
