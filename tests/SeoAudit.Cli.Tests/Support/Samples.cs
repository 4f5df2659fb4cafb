namespace SeoAudit.Cli.Tests.Support;

/// <summary>The repository that the tests were built from.</summary>
internal static class Samples
{
    public static string Repository { get; } = FindRepository();

    public static string Site => Path.Combine(Repository, "samples", "Quickstart", "Site");

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SeoAudit.Client.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
