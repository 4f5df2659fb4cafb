using System.Reflection;
using System.Text.Json;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Configuration;

public sealed class ConfigurationSchemaTests
{
    [Fact]
    public void The_schema_names_every_setting_and_no_other()
    {
        string file = Path.Combine(RepositoryRoot.Path, "src", "SeoAudit.Client", "ConfigurationSchema.json");
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(file));
        JsonElement section = schema.RootElement.GetProperty("properties").GetProperty(SeoAuditOptions.SectionName);

        Assert.Equal(Settings(typeof(SeoAuditOptions)).Order(StringComparer.Ordinal), Names(section).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Settings(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.CanWrite)
        .SelectMany(static property => property.PropertyType.Assembly == typeof(SeoAuditOptions).Assembly
            ? Settings(property.PropertyType).Select(name => $"{property.Name}:{name}")
            : [property.Name]);

    private static IEnumerable<string> Names(JsonElement schema) => schema
        .GetProperty("properties")
        .EnumerateObject()
        .SelectMany(static property => property.Value.TryGetProperty("properties", out _)
            ? Names(property.Value).Select(name => $"{property.Name}:{name}")
            : [property.Name]);
}
