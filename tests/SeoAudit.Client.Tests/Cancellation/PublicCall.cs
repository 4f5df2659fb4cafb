using System.Reflection;

namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>How one of the public asynchronous methods is called.</summary>
/// <param name="Method">The method, as <see cref="IdOf"/> names it.</param>
/// <param name="Run">Calls it, to the end of what it returns.</param>
internal sealed record PublicCall(string Method, Func<CallScene, CancellationToken, Task> Run)
{
    /// <summary>What is special about this call; empty for nothing.</summary>
    public string Case { get; init; } = "";

    /// <summary>What has to happen first; null for nothing.</summary>
    public Func<CallScene, Task>? Arrange { get; init; }

    /// <summary>Whether a refusal ends it instead of being waited out.</summary>
    public bool IsSentOnce { get; init; }

    /// <summary>Whether what was paid for is put into the cache even when its caller has gone, if the cache is quick enough.</summary>
    public bool KeepsResult { get; init; }

    /// <summary>Whether it waits for nothing that could be cancelled, but for the disk.</summary>
    public bool IsQuick { get; init; }

    public string Name => Case.Length == 0 ? Method : $"{Method}, {Case}";

    public static string IdOf(MethodInfo method)
    {
        IEnumerable<string> parameters = method.GetParameters()
            .Where(static parameter => parameter.ParameterType != typeof(CancellationToken))
            .Select(static parameter => NameOf(parameter.ParameterType));
        return $"{NameOf(method.DeclaringType!)}.{method.Name}({string.Join(", ", parameters)})";
    }

    public override string ToString() => Name;

    private static string NameOf(Type type)
    {
        string name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }
}
