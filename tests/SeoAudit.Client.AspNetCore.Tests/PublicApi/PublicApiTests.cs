using PublicApiGenerator;

namespace SeoAudit.Client.AspNetCore.Tests.PublicApi;

public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string folder = Path.Combine(RepositoryRoot(), "tests", "SeoAudit.Client.AspNetCore.Tests", "PublicApi");
        string name = Path.Combine(folder, $"SeoAudit.Client.AspNetCore.net{Environment.Version.Major}.0");
        (string approved, string received) = ($"{name}.approved.txt", $"{name}.received.txt");
        string surface = typeof(SeogentWebhookReceiver).Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string known = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : string.Empty;
        if (surface == known)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, surface);
        Assert.Fail(
            $"The public surface has changed. Compare {Path.GetFileName(received)} with {Path.GetFileName(approved)} in {folder}; "
            + "if the change is meant, accept it by renaming .received.txt to .approved.txt and commit it.");
    }

    private static string RepositoryRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SeoAudit.Client.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below the repository.");
        }

        return folder;
    }
}
