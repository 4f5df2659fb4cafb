namespace SeoAudit.Client.Tests.Support;

/// <summary>Sets environment variables and takes them back. Tests that use it share a collection.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private readonly string[] _names;

    public EnvironmentScope(params (string Name, string Value)[] variables)
    {
        _names = [.. variables.Select(static variable => variable.Name)];
        foreach ((string name, string value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose() => Array.ForEach(_names, static name => Environment.SetEnvironmentVariable(name, null));
}
