using System.Reflection;
using PublicApiGenerator;
using SeoAudit.Client.Tests.Conventions;

namespace SeoAudit.Client.Tests.PublicApi;

public sealed class PublicApiTests
{
    private static readonly string TargetFramework = $"net{Environment.Version.Major}.0";

    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // How the compiler builds a method is nobody's contract.
        ExcludeAttributes = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"],
    };

    [Theory]
    [InlineData("SeoAudit.Client")]
    [InlineData("SeoAudit.Emulator")]
    public void The_public_surface_is_the_approved_one(string assembly)
    {
        string folder = Path.Combine(ClientAssembly.RepositoryRoot, "tests", "SeoAudit.Client.Tests", "PublicApi");
        string approved = Path.Combine(folder, $"{assembly}.{TargetFramework}.approved.txt");
        string received = Path.ChangeExtension(Path.ChangeExtension(approved, null), ".received.txt");
        string surface = Assembly.Load(assembly).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string known = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : string.Empty;
        if (surface == known)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, surface);
        Assert.Fail(
            $"The public surface of {assembly} has changed. Compare {Path.GetFileName(received)} with {Path.GetFileName(approved)} in {folder}; "
            + "if the change is meant, accept it by renaming .received.txt to .approved.txt and commit it.");
    }
}
