using System.Reflection;

namespace SeoAudit.Client.Tests.Conventions;

/// <summary>The assembly under test, and where its sources stand.</summary>
internal static class ClientAssembly
{
    public static Assembly Assembly { get; } = typeof(ISeoAuditClient).Assembly;

    public static string[] Services { get; } = ["SeoPeek", "Seogent", "MetricSpot"];

    public static IEnumerable<Type> PublicTypes => Assembly.GetExportedTypes();

    public static string RepositoryRoot
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SeoAudit.Client.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new InvalidOperationException("The tests must run from within the repository.");
        }
    }

    /// <summary>Types of the assembly that a signature names, also inside arrays and generics.</summary>
    public static IEnumerable<Type> Named(Type type)
    {
        IEnumerable<Type> inner = type.HasElementType ? [type.GetElementType()!] : type.GenericTypeArguments;
        return inner.SelectMany(Named).Append(type).Where(static named => named.Assembly == Assembly);
    }
}
