using System.Reflection;
using PublicApiGenerator;

namespace SeoAudit.Tests.Shared;

/// <summary>What an assembly shows to those who use it, beside what was approved of it, a file for each target.</summary>
internal static class ApprovedSurface
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // What extends the platform stands in the platform's namespaces.
        DenyNamespacePrefixes = [],
        // How the compiler builds a method is nobody's contract.
        ExcludeAttributes = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute", "System.Runtime.CompilerServices.AsyncStateMachineAttribute"],
    };

    /// <summary>Fails where the two differ, and leaves the new one beside the approved.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="project">The test project that has the approved ones in its folder PublicApi.</param>
    public static void Check(Assembly assembly, string project)
    {
        string folder = Path.Combine(RepositoryRoot.Path, "tests", project, "PublicApi");
        string name = Path.Combine(folder, $"{assembly.GetName().Name}.net{Environment.Version.Major}.0");
        (string approved, string received) = ($"{name}.approved.txt", $"{name}.received.txt");
        string surface = assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string known = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : string.Empty;
        if (surface == known)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, surface);
        Assert.Fail(
            $"The public surface of {assembly.GetName().Name} has changed. Compare {Path.GetFileName(received)} with {Path.GetFileName(approved)} in {folder}; "
            + "if the change is meant, accept it by renaming .received.txt to .approved.txt and commit it.");
    }
}
