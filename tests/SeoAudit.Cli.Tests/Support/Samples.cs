using SeoAudit.Tests.Shared;

namespace SeoAudit.Cli.Tests.Support;

/// <summary>What the repository has to audit.</summary>
internal static class Samples
{
    public static string Site => Path.Combine(RepositoryRoot.Path, "samples", "Quickstart", "Site");
}
