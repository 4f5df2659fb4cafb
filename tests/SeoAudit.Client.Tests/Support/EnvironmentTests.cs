namespace SeoAudit.Client.Tests.Support;

/// <summary>The environment belongs to the whole process, so nothing runs beside these tests.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentTests
{
    public const string Name = "Environment";
}
