using System.Reflection;

namespace SeoAudit.Client.Tests.Conventions;

/// <summary>The assembly under test.</summary>
internal static class ClientAssembly
{
    public static Assembly Assembly { get; } = typeof(ISeoAuditClient).Assembly;

    public static string[] Services { get; } = ["SeoPeek", "Seogent", "MetricSpot"];

    public static IEnumerable<Type> PublicTypes => Assembly.GetExportedTypes();

    /// <summary>Types of the assembly that a signature names, also inside arrays and generics.</summary>
    public static IEnumerable<Type> Named(Type type)
    {
        IEnumerable<Type> inner = type.HasElementType ? [type.GetElementType()!] : type.GenericTypeArguments;
        return inner.SelectMany(Named).Append(type).Where(static named => named.Assembly == Assembly);
    }
}
