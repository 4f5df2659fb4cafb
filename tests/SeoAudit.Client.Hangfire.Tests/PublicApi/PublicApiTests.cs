using PublicApiGenerator;

namespace SeoAudit.Client.Hangfire.Tests.PublicApi;

public sealed class PublicApiTests
{
    private static readonly string TargetFramework = $"net{Environment.Version.Major}.0";

    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // How the compiler builds a method is nobody's contract.
        ExcludeAttributes = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute", "System.Runtime.CompilerServices.AsyncStateMachineAttribute"],
    };

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        string folder = Path.Combine(Root(), "tests", "SeoAudit.Client.Hangfire.Tests", "PublicApi");
        string approved = Path.Combine(folder, $"SeoAudit.Client.Hangfire.{TargetFramework}.approved.txt");
        string received = Path.Combine(folder, $"SeoAudit.Client.Hangfire.{TargetFramework}.received.txt");
        string surface = typeof(HangfireJobsOptions).Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
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

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SeoAudit.Client.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
